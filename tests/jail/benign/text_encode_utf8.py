# Bytes of a text, counted and read again.
def attack(text: str) -> list[int]:
    raw = (text + "é").encode("utf-8")
    return [len(raw), sum(raw) % 251, len(raw.decode("utf-8"))]
