# Squares a number sixty times.
def attack(n: int) -> int:
    for _ in range(60):
        n *= n
    return n % 10
