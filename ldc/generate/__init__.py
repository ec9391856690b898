"""Stage 6: a policy chooses one call: Policy, prompt, grammar -> Choice."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from ldc.ir import Branch, Prompt

if TYPE_CHECKING:
    from ldc.constrain.token_mask import Matcher

Mode = Literal["greedy", "sample"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One completion that the grammar accepts, and what choosing it cost."""

    ids: tuple[int, ...]
    """The tokens of the completion."""
    log_probability: float
    """Natural log over the allowed tokens, summed over the branch points."""
    entropy_bits: tuple[float, ...]
    """At each branch point, over the allowed tokens."""
    branch_points: tuple[Branch, ...]
    forward_passes: int
    milliseconds: float
    """Wall time."""

    @property
    def branches(self) -> int:
        """How many tokens were chosen; all others were forced."""
        return len(self.branch_points)

    @property
    def remembered(self) -> bool:
        """Whether there was something to choose and the model was not asked."""
        return self.branches > 0 and self.forward_passes == 0


class Backend(Protocol):
    """What can choose: the decoder on `transformers`; others may follow."""

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

    def bits(
        self,
        prompt: Prompt,
        completion_ids: Sequence[int],
        branches: Sequence[Branch],
    ) -> tuple[float, float]:
        """Return the entropy of one decision with the grammar and without, in bits."""
        ...
