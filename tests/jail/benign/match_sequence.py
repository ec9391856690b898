# Patterns over lists.
def match_sequence(xs: list[int]) -> str:
    match xs:
        case []:
            return "none"
        case [only]:
            return f"only {only}"
        case [first, *rest] if first > len(rest):
            return f"{first} before {len(rest)}"
        case _:
            return "many"
