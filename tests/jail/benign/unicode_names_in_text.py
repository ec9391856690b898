# Letters by their names, and beyond ASCII.
def attack(text: str) -> list[str]:
    degree = "\N{DEGREE SIGN}"
    return [f"{len(text)}{degree}", "naïve façade".title(), "ß".upper(), "½".isnumeric() and "yes" or "no"]
