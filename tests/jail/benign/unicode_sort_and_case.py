# Words with accents, sorted and folded.
def attack(text: str) -> list[str]:
    words = ["Zebra", "äpfel", "Öl", "apfel", "straße"]
    return sorted(words, key=str.casefold) + [w.casefold() for w in words if not w.isascii()]
