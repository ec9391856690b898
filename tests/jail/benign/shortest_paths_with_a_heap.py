# Distances in a graph with weights.
from heapq import heappop, heappush


def attack(n: int) -> dict[str, int]:
    edges = {"a": {"b": 4, "c": 1}, "c": {"b": 2, "d": n}, "b": {"d": 5}, "d": {}}
    found: dict[str, int] = {}
    heap = [(0, "a")]
    while heap:
        far, node = heappop(heap)
        if node in found:
            continue
        found[node] = far
        for there, more in edges[node].items():
            heappush(heap, (far + more, there))
    return found
