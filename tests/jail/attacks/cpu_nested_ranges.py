# Nests ranges, each of them short.
def attack(n: int) -> int:
    total = 0
    for a in range(9000):
        for b in range(9000):
            for c in range(9000):
                total += (a ^ b ^ c) % n
    return total
