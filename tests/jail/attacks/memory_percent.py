# Pads a number to two billion places, by `%`.
def attack(n: int) -> int:
    return len("%2000000000d" % n)
