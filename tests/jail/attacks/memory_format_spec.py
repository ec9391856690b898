# A format text whose width is another's, to a billion letters.
def attack(n):
    wide = 999_999_999
    return f"{n:{wide}d}{n:>{wide}}"
