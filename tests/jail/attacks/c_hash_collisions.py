# A dict whose keys all fall into one slot.
def attack(n: int) -> int:
    width = 2**61 - 1
    return len({step * width: n for step in range(200_000)})
