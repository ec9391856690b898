"""What is announced in words: seven bulletins, three emergencies, their meaning."""

import random
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "plain",
    "decoy",
    "leaver",
    "fog",
    "shy",
    "noise",
    "curious",
    "tired",
    "zone",
    "broken",
    "fast",
]
"""`plain` is silence; the last three are emergencies, announced while the game runs."""

BULLETINS: tuple[Kind, ...] = (
    "decoy",
    "leaver",
    "fog",
    "shy",
    "noise",
    "curious",
    "tired",
)
EMERGENCIES: tuple[Kind, ...] = ("zone", "broken", "fast")

WORDS: dict[Kind, str] = {
    "plain": "no news",
    "decoy": "prey {who} is a decoy",
    "leaver": "prey {who} leaves soon",
    "fog": "fog hides you in the {half} half",
    "shy": "prey {who} freezes when seen from two sides",
    "noise": "dry leaves crackle under many feet",
    "curious": "the prey are curious about still hunters",
    "tired": "hunter {who} is tired",
    "zone": "a zone is closed to hunters",
    "broken": "hunter {who} has broken down",
    "fast": "prey {who} runs twice as fast",
}
"""One line for each kind, in the words of the task's vocabulary."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What is true in this episode, beyond what the board shows."""

    kind: Kind
    who: int
    """The prey or hunter it is about, 1 to 3."""
    half: Literal["north", "south"]
    """Where fog lies."""
    at: int
    """The step at which it is announced and begins to hold; 0 for a bulletin."""

    def __str__(self) -> str:
        return WORDS[self.kind].format(who=self.who, half=self.half)


SILENCE = Notice(kind="plain", who=1, half="north", at=0)
"""Nothing is announced."""


def draw_notice(
    coin: random.Random, kinds: tuple[Kind, ...], sudden: bool = False
) -> Notice:
    """Draw one notice, each kind equally often; `sudden` ones come while all play."""
    kind = coin.choice(kinds)
    late = sudden or kind in EMERGENCIES
    return Notice(
        kind=kind,
        who=coin.randint(1, 3),
        half=coin.choice(("north", "south")),
        at=coin.randint(4, 12) if late else 0,
    )
