# Patterns with guards, alternatives, stars and names.
def attack(xs: list[int]) -> str:
    match xs:
        case []:
            return "empty"
        case [x] | [x, _] if x > 5:
            return f"few {x}"
        case [first, *middle, last] if first > last:
            return f"{first} {middle} {last}"
        case _:
            return "other"
