# Answers with half a letter, which cannot be encoded.
def attack(text: str) -> str:
    return text + chr(0xD800)
