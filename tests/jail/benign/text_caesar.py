# Shifts letters, by tables and by codes.
from string import ascii_lowercase


def text_caesar(text: str, n: int) -> str:
    moved = ascii_lowercase[n:] + ascii_lowercase[:n]
    table = str.maketrans(ascii_lowercase, moved)
    codes = "".join(chr((ord(c) - 97 + n) % 26 + 97) for c in text if c.isalpha())
    return text.translate(table) + codes
