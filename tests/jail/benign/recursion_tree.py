# Walks nested lists.
def _depth(value: object) -> int:
    if not isinstance(value, list):
        return 0
    return 1 + max((_depth(part) for part in value), default=0)


def recursion_tree(xs: list[int]) -> int:
    return _depth([xs, [xs, [xs]]])
