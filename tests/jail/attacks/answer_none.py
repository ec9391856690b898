# Declares a text, and answers with nothing.
def attack(text: str) -> str:
    for _ in text:
        pass
