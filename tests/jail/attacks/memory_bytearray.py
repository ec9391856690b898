# Three billion bytes, each of them written.
def attack(n):
    return len(bytearray(b"x") * 3_000_000_000)
