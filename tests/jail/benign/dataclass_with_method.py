# A record that has a method and a property.
from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    width: int
    height: int

    @property
    def area(self) -> int:
        return self.width * self.height

    def fits(self, other: "Box") -> bool:
        return self.width <= other.width and self.height <= other.height


def dataclass_with_method(n: int) -> tuple[int, bool]:
    return Box(n, n + 1).area, Box(n, n).fits(Box(n + 1, n))
