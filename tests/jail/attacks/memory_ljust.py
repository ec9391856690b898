# Pads a text to three billion places, by a method.
def attack(text: str) -> int:
    return len(text.ljust(3_000_000_000))
