# Sets in order, slices with steps.
def sets_and_slices(xs: list[int], text: str) -> list[object]:
    letters = set(text) - {" "}
    rows = list(range(20))
    del rows[3:6]
    rows[::5] = [0] * len(rows[::5])
    return [sorted(letters | {"z"}), xs[::-1], rows[-3:], frozenset(xs) >= {1, 2}]
