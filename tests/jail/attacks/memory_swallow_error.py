# Catches each MemoryError, and asks for a little less.
def attack(n):
    kept = []
    size = 1 << 30
    while size > 64:
        try:
            kept.append(bytearray(b"x") * size)
        except MemoryError:
            size //= 2
    while True:
        n += 1
