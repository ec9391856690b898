# Bytes of a text in another coding.
def attack(text: str) -> list[int]:
    return list((text + "é").encode("latin-1"))
