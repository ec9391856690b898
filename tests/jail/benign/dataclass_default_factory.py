# A record whose field is made anew for each.
from dataclasses import dataclass, field


@dataclass
class Basket:
    owner: str
    items: list[int] = field(default_factory=list)


def dataclass_default_factory(text: str, xs: list[int]) -> int:
    one, other = Basket(text), Basket(text, list(xs))
    return len(one.items) + len(other.items)
