# A power of a power, which never comes back.
def attack(n: int) -> int:
    return n**9**9**9 % 10
