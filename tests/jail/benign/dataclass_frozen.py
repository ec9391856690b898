# A frozen record with an order, slots, and a default.
from dataclasses import dataclass, replace


@dataclass(frozen=True, order=True, slots=True)
class Card:
    rank: int
    suit: str = "clubs"


def dataclass_frozen(xs):
    cards = sorted(Card(rank=x) for x in xs)
    best = replace(cards[-1], suit="hearts")
    return [best.rank, best.suit, cards[0] < cards[1]]
