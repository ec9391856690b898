# Unpacking, slices with steps, and chained comparisons.
def attack(xs: list[int]) -> list[int]:
    first, *rest = sorted(xs)
    *most, last = range(10)
    if 0 < first < last <= 9:
        rest += most[::-3]
    return [first, *rest, *{**{"a": last}}.values()]
