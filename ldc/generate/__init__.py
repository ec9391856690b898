"""Stage 6: a policy chooses one call: Policy, prompt, grammar -> Choice."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from ldc.ir import Branch, Prompt

if TYPE_CHECKING:
    from ldc.constrain.token_mask import Matcher

Mode = Literal["greedy", "sample", "scored"]
"""Token by token the best, or drawn; or the best call as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One completion that the grammar accepts, and what choosing it cost."""

    ids: tuple[int, ...]
    """The tokens of the completion."""
    log_probability: float
    """Natural log over the allowed tokens, summed over the branch points; 0 from a
    server, which does not tell."""
    entropy_bits: tuple[float, ...]
    """At each branch point, over the allowed tokens; none from a server."""
    branch_points: tuple[Branch, ...]
    forward_passes: int
    milliseconds: float
    """Wall time; of choices made in lockstep, an equal share."""
    log_probabilities: tuple[float, ...] = ()
    """At each branch point, of the token that was taken."""
    scores: tuple[tuple[tuple[int, ...], float], ...] = ()
    """In "scored" mode the calls that were judged, best first: ids, log-probability."""
    complete: bool = False
    """Whether the scores are of all calls that the grammar allows."""

    @property
    def branches(self) -> int:
        """How many tokens were chosen; all others were forced."""
        return len(self.branch_points)

    @property
    def remembered(self) -> bool:
        """Whether there was something to choose and the model was not asked."""
        return self.branches > 0 and self.forward_passes == 0


class Backend(Protocol):
    """What can choose: the decoder on a reader, or a server."""

    def choose(
        self,
        prompt: Prompt,
        matcher: "Matcher",
        *,
        mode: Mode = "greedy",
        seed: int = 0,
    ) -> Choice:
        """Return a completion of the prompt that the matcher accepts as a whole."""
        ...

    def choose_all(
        self,
        asked: Sequence[tuple[Prompt, "Matcher"]],
        *,
        mode: Mode = "greedy",
        seed: int = 0,
    ) -> tuple[Choice, ...]:
        """Return a completion of every prompt, at once where that is faster."""
        ...

    def bits(
        self,
        prompt: Prompt,
        completion_ids: Sequence[int],
        branches: Sequence[Branch],
    ) -> tuple[float, float]:
        """Return the entropy of one decision with the grammar and without, in bits."""
        ...
