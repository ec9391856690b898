# Records in a heap, by their order.
from dataclasses import dataclass, field
from heapq import heapify, heappop


@dataclass(order=True, frozen=True)
class Task:
    due: int
    name: str = field(compare=False)


def attack(xs: list[int]) -> list[str]:
    heap = [Task(x, f"t{x}") for x in xs]
    heapify(heap)
    return [heappop(heap).name for _ in range(len(heap))]
