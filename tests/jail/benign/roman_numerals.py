# Roman numerals, both ways.
PAIRS = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
         (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def _written(n: int) -> str:
    text = ""
    for value, letters in PAIRS:
        while n >= value:
            text, n = text + letters, n - value
    return text


def attack(n: int) -> list[str]:
    return [_written(n), _written(1994), _written(2026 + n)]
