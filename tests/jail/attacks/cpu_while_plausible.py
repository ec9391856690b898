# Loops for ever, though its condition changes in every round: no text shows it.
def attack(n: int) -> int:
    steps = n
    while steps != 0:
        steps = steps + 1 if steps % 2 else steps + 3
    return steps
