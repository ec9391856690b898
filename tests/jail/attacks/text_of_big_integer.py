# A number of a million digits as text, by way of bytes and hex, to go round the limit.
def attack(n):
    whole = int("f" * 900_000, 16)
    return f"{whole:x}" * n + oct(whole)
