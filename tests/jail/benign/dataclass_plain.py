# A record with fields, made and read.
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def dataclass_plain(xs: list[int], n: int) -> int:
    points = [Point(x, n) for x in xs]
    return sum(point.x * point.y for point in points)
