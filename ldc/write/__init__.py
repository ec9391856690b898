"""Lets a teacher write functions: ask, shape, check, repair by counterexample.

The same run over the same ledger comes to the same base, byte for byte: each round asks
for all that is open at once and waits for the last reply, so that nothing hangs on who
answered first. A run that was stopped is therefore resumed by starting it again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ldc.author.asking import Asking
from ldc.author.ledger import Entry, Request
from ldc.author.names import name_for
from ldc.author.prompts import Prompts
from ldc.author.purse import Capped
from ldc.write.desk import Desk
from ldc.write.piece import Piece

__all__ = ["Piece", "Written", "write"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What came of a run."""

    pieces: tuple[Piece, ...]
    stopped: str
    """The limit that ended it early; "" when it came to its end."""

    @property
    def accepted(self) -> tuple[Piece, ...]:
        """The pieces whose functions passed."""
        return tuple(piece for piece in self.pieces if piece.accepted)


def write(
    desk: Desk,
    asking: Asking,
    prompts: Prompts,
    *,
    rounds: int = 4,
    counterexamples: bool = True,
    say: Callable[[str], None] = lambda _: None,
) -> Written:
    """Ask for every function of the desk, and repair those that are not accepted.

    Args:
        desk: The task, what is asked for, what is there already, where to try it.
        asking: Answers requests.
        prompts: Words them.
        rounds: Texts of a function, the first among them.
        counterexamples: Whether repairs are told failing calls.
        say: Told what begins.

    Raises:
        TeacherError: As `Asking.answers`.
        LdcError: As `ldc.check.check`.
    """
    writer = _Writer(desk, asking, prompts, counterexamples)
    stopped = ""
    try:
        for attempt in range(1, rounds + 1):
            open_ = [piece for piece in writer.pieces if not piece.accepted]
            if open_:
                say(f"round {attempt}: {len(open_)} of {len(writer.pieces)} functions")
                writer.ask(open_, attempt)
                writer.judge(open_)
    except Capped as limit:
        stopped = limit.limit
    return Written(pieces=tuple(writer.pieces), stopped=stopped)


class _Writer:
    def __init__(
        self, desk: Desk, asking: Asking, prompts: Prompts, counterexamples: bool
    ) -> None:
        self.desk = desk
        self.asking = asking
        self.prompts = prompts
        self.counterexamples = counterexamples
        self.pieces = [Piece(ask) for ask in desk.asks]

    def ask(self, pieces: Sequence[Piece], attempt: int) -> None:
        """Let the teacher write: idea, body and property first, then repairs."""
        if attempt == 1:
            self._first(pieces)
        else:
            arm = "" if self.counterexamples else ", untold"
            self._take(
                pieces,
                f"repair {attempt - 1}{arm}",
                lambda p: self.prompts.repair(p.ask, p.name, p.code, p.wrong, attempt),
            )
        for piece in pieces:
            piece.rounds = attempt

    def judge(self, pieces: Sequence[Piece]) -> None:
        """Shape and check what was written; accept it, or note what is wrong."""
        kept = [*self.desk.there]
        kept += [p.function for p in self.pieces if p.accepted and p.function]
        taken = {function.name for function in kept}
        made = []
        for piece in pieces:
            piece.shape(self.desk, taken)
            if piece.function:
                taken.add(piece.function.name)
                made.append((piece, piece.function))
        verdicts = self.desk.check([*kept, *(function for _, function in made)])
        for (piece, _), verdict in zip(made, verdicts[len(kept) :], strict=True):
            piece.judge(verdict, counterexamples=self.counterexamples)

    def _first(self, pieces: Sequence[Piece]) -> None:
        there, task = self.desk.there, self.desk.task
        ideas = self._answers(pieces, "idea", lambda p: self.prompts.idea(p.ask, there))
        taken = {function.name for function in there}
        for piece, entry in zip(pieces, ideas, strict=True):
            piece.hear(entry)
            piece.name = name_for(piece.summary, piece.ask, task, taken)
            taken.add(piece.name)
        self._take(
            pieces, "body", lambda p: self.prompts.body(p.ask, p.name, p.summary)
        )
        self._take(
            pieces, "property", lambda p: self.prompts.property(p.ask, p.name, p.code)
        )

    def _take(
        self, pieces: Sequence[Piece], what: str, word: Callable[[Piece], Request]
    ) -> None:
        for piece, entry in zip(pieces, self._answers(pieces, what, word), strict=True):
            piece.take(entry)

    def _answers(
        self, pieces: Sequence[Piece], what: str, word: Callable[[Piece], Request]
    ) -> tuple[Entry, ...]:
        return self.asking.answers([(f"{p.ask}; {what}", word(p)) for p in pieces])
