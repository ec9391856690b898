# Bytes, which cannot be told from text by those who do not look.
def attack(text: str) -> str:
    return text.encode()
