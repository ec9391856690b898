# Roots with complex numbers, told as parts.
def attack(n: int) -> list[float]:
    root = complex(0, 1) ** n
    return [round(root.real, 6), round(root.imag, 6), abs(3 + 4j)]
