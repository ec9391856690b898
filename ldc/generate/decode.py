"""The decoding loop: ask the model only where the grammar leaves a choice.

Forced tokens travel with the next forward pass, and those after the last choice need
none; so a call costs one pass a branch point, one more for a menu that is new, and none
at all when every branch point was seen before.
"""

import math
import random
import time
from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ldc.constrain.token_mask import Matcher
from ldc.constrain.tokens import Tokens
from ldc.errors import GrammarError
from ldc.finetune.student import Student
from ldc.generate import Choice, Mode
from ldc.generate.prefix import SLOTS, Reader
from ldc.ir import Branch, Prompt

if TYPE_CHECKING:
    from torch import Tensor

MEMORY = 4096
"""Branch points remembered; a decision has about three."""
LONGEST = 512
"""Tokens of a completion before the loop gives up."""

Place = tuple[Prompt, tuple[int, ...], tuple[int, ...]]
"""Prompt, ids written so far, ids allowed next: all that a choice depends on."""


class Decoder:
    """Chooses completions with one student. Not thread-safe.

    Args:
        student: With its adapter merged, if it has one.
        tokens: Its tokenizer.
        slots: Menus whose attention cache is kept.
        memory: Branch points whose probabilities are kept; 0 asks the model each time.
    """

    def __init__(
        self,
        student: Student,
        tokens: Tokens,
        *,
        slots: int = SLOTS,
        memory: int = MEMORY,
    ) -> None:
        self.student = student
        self.tokens = tokens
        self.reader = Reader(student.model, slots)
        self._room = memory
        self._seen: OrderedDict[Place, tuple[float, ...]] = OrderedDict()

    def choose(
        self, prompt: Prompt, matcher: Matcher, *, mode: Mode = "greedy", seed: int = 0
    ) -> Choice:
        """Return a completion of the prompt that the grammar accepts.

        Args:
            prompt: What the student reads.
            matcher: At the start of its grammar; it is left as it was.
            mode: "greedy" takes the best allowed token, ties to the lower id;
                "sample" draws by the student's probabilities over the allowed tokens.
            seed: Of the draw.

        Raises:
            GrammarError: The grammar ended where no call is complete.
        """
        begun, passes = time.perf_counter(), self.reader.passes
        matcher = matcher.copy()
        menu = tuple(self.tokens.encode(prompt.constant))
        pending = [self.tokens.encode(prompt.state)]
        coin = random.Random(seed)
        ids: list[int] = []
        points: list[Branch] = []
        entropies: list[float] = []
        total = 0.0
        asked = False
        while not matcher.finished():
            if forced := matcher.forced():
                matcher.consume(forced)
                ids += forced
                pending[-1] += forced
                continue
            allowed = tuple(map(int, matcher.allowed()))
            if not allowed or len(ids) > LONGEST:
                text = self.tokens.decode(ids)
                what = f"{text!r} is no whole call after {len(ids)} tokens"
                raise GrammarError("decoding", what, "report this grammar's types")
            place = (prompt, tuple(ids), allowed)
            log_probabilities = self._remembered(place)
            if log_probabilities is None:
                if not asked:
                    self.reader.begin(menu)
                    asked = True
                for piece in pending:
                    logits = self.reader.read(piece)
                log_probabilities = among(logits, allowed)
                self._remember(place, log_probabilities)
                pending = []
            best = pick(log_probabilities, mode, coin)
            points.append(Branch(position=len(ids), allowed=allowed))
            entropies.append(entropy_bits(log_probabilities))
            total += log_probabilities[best]
            matcher.consume([allowed[best]])
            ids.append(allowed[best])
            pending.append([allowed[best]])
        return Choice(
            ids=tuple(ids),
            log_probability=total,
            entropy_bits=tuple(entropies),
            branch_points=tuple(points),
            forward_passes=self.reader.passes - passes,
            milliseconds=(time.perf_counter() - begun) * 1e3,
        )

    def bits(
        self,
        prompt: Prompt,
        completion_ids: Sequence[int],
        branches: Sequence[Branch],
    ) -> tuple[float, float]:
        """Return the entropy of one decision with the grammar and without, in bits.

        Both follow the given completion, in one pass. With the grammar: over the
        allowed tokens, summed over the branch points. Without: over the whole
        vocabulary, summed over all tokens of the completion.
        """
        import torch

        read = self.tokens.encode_prompt(prompt)
        ids = torch.tensor([[*read, *completion_ids[:-1]]])
        with torch.inference_mode():
            logits = self.student.model(
                input_ids=ids.to(self.student.model.device),
                logits_to_keep=len(completion_ids),
                use_cache=False,
            ).logits[0]
            nats = torch.log_softmax(logits.float(), -1)
            free = -(nats.exp() * nats).sum()
        bound = 0.0
        for branch in branches:
            bound += entropy_bits(among(logits[branch.position], branch.allowed))
        return bound, float(free) / math.log(2)

    def _remembered(self, place: Place) -> tuple[float, ...] | None:
        if place in self._seen:
            self._seen.move_to_end(place)
        return self._seen.get(place)

    def _remember(self, place: Place, found: tuple[float, ...]) -> None:
        self._seen[place] = found
        if len(self._seen) > self._room:
            self._seen.popitem(last=False)


def among(logits: "Tensor", allowed: Sequence[int]) -> tuple[float, ...]:
    """Return the natural log-probabilities of the allowed tokens among themselves."""
    import torch

    found: list[float] = torch.log_softmax(logits[list(allowed)].float(), 0).tolist()
    return tuple(found)


def pick(log_probabilities: Sequence[float], mode: Mode, coin: random.Random) -> int:
    """Return the index of the best, the first of equals, or of a random draw."""
    if mode == "greedy":
        return max(range(len(log_probabilities)), key=log_probabilities.__getitem__)
    weights = [math.exp(value) for value in log_probabilities]
    return coin.choices(range(len(weights)), weights)[0]


def entropy_bits(log_probabilities: Sequence[float]) -> float:
    """Return the entropy of natural log-probabilities, in bits."""
    nats = -sum(math.exp(value) * value for value in log_probabilities if value > -700)
    return nats / math.log(2)
