"""The words of blackjack: what functions see, return, and may compute with."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Literal

from annotated_types import Ge, Le

Card = Annotated[int, Ge(1), Le(10)]
"""A card by its value: 1 is an ace, 10 is a ten, jack, queen or king."""

Total = Annotated[int, Ge(4), Le(31)]
"""What a hand counts: 4 is two twos, above 21 is bust, 31 the most a bust can be."""

Aim = Annotated[int, Ge(12), Le(21)]
"""The lowest total to stand on; no card can break a hard hand below 12."""

Choice = Literal["hit", "stick"]
"""Take one more card, or take no more."""


@dataclass(frozen=True, slots=True)
class State:
    """What the player sees."""

    total: Total
    dealer: Card
    """The dealer's open card."""
    ace: bool
    """Whether an ace counts 11; in play the total is then 12 to 21."""


BUST = 21
"""A hand above this total has lost."""

DEALER_STANDS = 17
"""The dealer draws below this total and stops at it, soft or hard."""

CHANCES: Mapping[int, float] = MappingProxyType(
    {card: (4 if card == 10 else 1) / 13 for card in range(1, 11)}
)
"""Card value -> chance that the next card has it; the deck is endless."""


def draw_onto(total: int, ace: bool, card: int) -> tuple[int, bool]:
    """Return total and ace after one more card; an ace counts 11 while it can.

    Example:
        >>> draw_onto(17, True, 9)
        (16, False)
        >>> draw_onto(6, False, 1)
        (17, True)
    """
    if card == 1 and total + 11 <= BUST:
        return total + 11, True
    if total + card > BUST and ace:
        return total + card - 10, False
    return total + card, ace


def break_chance(total: int) -> float:
    """Return the chance, 0 to 1, that one more card breaks a hard hand.

    Example:
        >>> [round(break_chance(total), 2) for total in (11, 12, 20, 21)]
        [0.0, 0.31, 0.92, 1.0]
    """
    return sum((p for card, p in CHANCES.items() if total + card > BUST), 0.0)


def _ends(total: int, ace: bool) -> dict[int, float]:
    """Return total -> chance of a dealer who holds this; 0 stands for bust."""
    if total >= DEALER_STANDS:
        return {total if total <= BUST else 0: 1.0}
    ends: dict[int, float] = {}
    for card, chance in CHANCES.items():
        for end, then in _ends(*draw_onto(total, ace, card)).items():
            ends[end] = ends.get(end, 0.0) + chance * then
    return ends


_ENDS: Mapping[int, Mapping[int, float]] = MappingProxyType(
    {
        card: MappingProxyType(dict(sorted(_ends(*draw_onto(0, False, card)).items())))
        for card in range(1, 11)
    }
)


def dealer_ends(card: Card) -> Mapping[int, float]:
    """Return the dealer's final total -> its chance, exactly; 0 stands for bust.

    Example:
        >>> {end: round(p, 2) for end, p in dealer_ends(6).items()}
        {0: 0.42, 17: 0.17, 18: 0.11, 19: 0.11, 20: 0.1, 21: 0.1}
    """
    return _ENDS[card]
