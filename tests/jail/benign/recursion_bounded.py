# A recursion with a bound.
def recursion_bounded(n: int) -> int:
    if n <= 1:
        return 1
    return n * recursion_bounded(n - 1)
