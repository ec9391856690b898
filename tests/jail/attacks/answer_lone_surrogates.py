# Keys and texts of halves of letters.
def attack(n):
    return {"\udc80": ["\ud800\udc00", "\udfff" * 100]}
