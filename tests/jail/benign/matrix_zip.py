# Turns a matrix, and multiplies it.
def matrix_zip(xs: list[int]) -> list[list[int]]:
    rows = [xs, [x * x for x in xs]]
    turned = [list(column) for column in zip(*rows, strict=True)]
    return [
        [sum(a * b for a, b in zip(r, c, strict=True)) for c in turned] for r in turned
    ]
