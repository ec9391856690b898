# Takes all memory there is, forgets nothing, and goes on with less.
def attack(n):
    kept, size = [], 1 << 28
    while size:
        try:
            kept.append(bytes(size))
        except MemoryError:
            size //= 2
    return len(kept)
