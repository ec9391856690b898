# Replaces each letter of a long text by a long text.
def attack(text: str) -> int:
    return len(("a" * 100_000).replace("a", "b" * 20_000))
