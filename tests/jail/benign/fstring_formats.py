# Formats of many kinds, in f-strings.
def fstring_formats(n: int, text: str) -> str:
    ratio = n / 7
    return f"{n:03d} {ratio:.3f} {n:>4} {n:b} {text!r} {ratio:%} {1234567:,} {n=}"
