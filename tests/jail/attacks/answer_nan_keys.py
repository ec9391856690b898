# Keys that differ from themselves, in heaps.
def attack(n):
    nan = float("nan")
    return {float("nan"): i for i in range(1000)} | {nan: nan}
