# Loops for a year over an honest range.
def attack(n: int) -> int:
    total = 0
    for step in range(10**15):
        total += step % n
    return total
