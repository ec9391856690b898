# Searches in a sorted list, with bounds that move.
def binary_search(xs: list[int], n: int) -> int:
    ordered = sorted(xs)
    low, high = 0, len(ordered)
    while low < high:
        middle = (low + high) // 2
        if ordered[middle] < n:
            low = middle + 1
        else:
            high = middle
    return low
