# A sum whose start is a list that grows for ever.
def attack(n: int) -> int:
    return len(sum(([k] * k for k in range(10**6)), []))
