# Doubles a text forty times.
def attack(text: str) -> int:
    for _ in range(40):
        text += text
    return len(text)
