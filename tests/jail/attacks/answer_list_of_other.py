# Declares a list of numbers, and hides a text in it.
def attack(xs: list[int]) -> list[int]:
    return [*xs, "3"]
