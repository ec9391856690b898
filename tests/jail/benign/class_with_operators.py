# A class with operators of its own.
from dataclasses import dataclass


@dataclass(frozen=True)
class Vector:
    x: int
    y: int

    def __add__(self, other: "Vector") -> "Vector":
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, by: int) -> "Vector":
        return Vector(self.x * by, self.y * by)

    @classmethod
    def zero(cls) -> "Vector":
        return cls(0, 0)

    @staticmethod
    def unit() -> "Vector":
        return Vector(1, 1)


def class_with_operators(xs: list[int]) -> list[int]:
    total = Vector.zero()
    for x in xs:
        total = total + Vector.unit() * x
    return [total.x, total.y]
