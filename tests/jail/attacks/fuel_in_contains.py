# Looks for a needle in a haystack that is nearly made of it.
def attack(n):
    hay = ("a" * 50_000 + "b") * 2_000
    return ("a" * 50_000 + "c") in hay
