"""Writes one completion: asks only where the grammar leaves a choice.

Forced tokens travel with the next forward pass, and those after the last choice need
none; so a call costs one pass a branch point, one more for a menu that is new, and none
at all when every branch point was seen before.
"""

import math
import random
from collections import OrderedDict
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field

from ldc.constrain.token_mask import Matcher
from ldc.errors import GrammarError
from ldc.generate.reader import Logits
from ldc.ir import Branch, Prompt

LONGEST = 512
"""Tokens of a completion before the loop gives up."""

Place = tuple[Prompt, tuple[int, ...], tuple[int, ...]]
"""Prompt, ids written so far, ids allowed next: all that a choice depends on."""

Ask = tuple[list[int], tuple[int, ...]]
"""A piece to read, and the ids whose logits are wanted after it; none for no choice."""


@dataclass(slots=True)
class Draft:
    """A completion that is being written."""

    matcher: Matcher
    """Behind the last of the ids."""
    ids: list[int] = field(default_factory=list)
    points: list[Branch] = field(default_factory=list)
    log_probabilities: list[float] = field(default_factory=list)
    """Of the token taken at each branch point, natural log."""
    entropies: list[float] = field(default_factory=list)
    """At each branch point, in bits."""

    @property
    def log_probability(self) -> float:
        """Return the natural log of the probability of all that was chosen."""
        return sum(self.log_probabilities)

    def force(self) -> list[int]:
        """Write the tokens that must come now; return them.

        Raises:
            GrammarError: The grammar ended where no call is complete.
        """
        written: list[int] = []
        while not self.matcher.finished():
            run = self.matcher.forced()
            if not run:
                break
            self.matcher.consume(run)
            written += run
        self.ids += written
        return written

    def allowed(self) -> tuple[int, ...]:
        """Return the ids to choose from; none when the completion is whole.

        Raises:
            GrammarError: The grammar ended where no call is complete.
        """
        if self.matcher.finished():
            return ()
        allowed = tuple(self.matcher.allowed().tolist())
        if not allowed or len(self.ids) > LONGEST:
            what = f"{self.ids} is no whole call after {len(self.ids)} tokens"
            raise GrammarError("decoding", what, "report this grammar's types")
        return allowed

    def take(
        self, allowed: tuple[int, ...], chances: Sequence[float], index: int
    ) -> None:
        """Write one of the allowed ids.

        Args:
            allowed: As `allowed()` gave them.
            chances: Their natural log-probabilities.
            index: Which one.
        """
        self.points.append(Branch(position=len(self.ids), allowed=allowed))
        self.log_probabilities.append(chances[index])
        self.entropies.append(entropy_bits(chances))
        self.matcher.consume([allowed[index]])
        self.ids.append(allowed[index])

    def copy(self) -> "Draft":
        """Return a draft that goes on from here on its own."""
        return Draft(
            self.matcher.copy(),
            [*self.ids],
            [*self.points],
            [*self.log_probabilities],
            [*self.entropies],
        )


class Memory:
    """Log-probabilities at branch points that were met before; bounded.

    Args:
        room: Branch points; a decision has about three. 0 keeps none.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._seen: OrderedDict[Place, tuple[float, ...]] = OrderedDict()

    def get(self, place: Place) -> tuple[float, ...] | None:
        """Return what is known of a place."""
        if place in self._seen:
            self._seen.move_to_end(place)
        return self._seen.get(place)

    def put(self, place: Place, found: tuple[float, ...]) -> None:
        """Remember it; the place that was not met for longest makes room."""
        self._seen[place] = found
        if len(self._seen) > self._room:
            self._seen.popitem(last=False)


def write(
    prompt: Prompt,
    state: list[int],
    matcher: Matcher,
    memory: Memory,
    coin: random.Random | None,
) -> Generator[Ask, Logits, Draft]:
    """Write a completion, asking for logits; whoever drives this reads the pieces.

    Args:
        prompt: What the completion follows.
        state: The ids of its second part; the reader stands at the end of the first.
        matcher: At the start of its grammar; it is left as it was.
        memory: Of branch points.
        coin: Draws by the probabilities; None takes the best token, ties to the lower.
    """
    draft = Draft(matcher.copy())
    pending = [state]
    pending[-1] = state + draft.force()
    while allowed := draft.allowed():
        place = (prompt, tuple(draft.ids), allowed)
        chances = memory.get(place)
        if chances is None:
            for piece in pending[:-1]:
                yield piece, ()
            chances = among((yield pending[-1], allowed))
            memory.put(place, chances)
            pending = []
        draft.take(allowed, chances, pick(chances, coin))
        pending.append([draft.ids[-1], *draft.force()])
    return draft


def among(logits: Logits) -> tuple[float, ...]:
    """Return the natural log-probabilities of some tokens among themselves."""
    values = logits.tolist()
    top = max(values)
    total = top + math.log(sum(math.exp(value - top) for value in values))
    return tuple(value - total for value in values)


def pick(chances: Sequence[float], coin: random.Random | None) -> int:
    """Return the index of the best, the first of equals, or of a random draw."""
    if coin is None:
        return max(range(len(chances)), key=chances.__getitem__)
    weights = [math.exp(value) for value in chances]
    return coin.choices(range(len(weights)), weights)[0]


def entropy_bits(chances: Sequence[float]) -> float:
    """Return the entropy of natural log-probabilities, in bits."""
    nats = -sum(math.exp(value) * value for value in chances if value > -700)
    return nats / math.log(2)
