# Translates each letter into a hundred thousand.
def attack(text: str) -> int:
    return len(("a" * 50_000).translate({97: "b" * 80_000}))
