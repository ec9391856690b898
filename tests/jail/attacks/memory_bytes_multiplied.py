# Bytes, and a bytes join of them, beyond what there is.
def attack(n):
    return len(b"x" * (1 << 34)) + len(bytes(1 << 40))
