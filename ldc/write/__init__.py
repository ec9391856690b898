"""Lets a teacher write functions: ask, shape, check, repair by counterexample.

The same run over the same ledger comes to the same base, byte for byte: each round asks
for all that is open at once and waits for the last reply, so that nothing hangs on who
answered first. A run that was stopped is therefore resumed by starting it again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ldc.author.asking import Asking
from ldc.author.ledger import Entry, Request
from ldc.author.names import name_for
from ldc.author.prompts import Prompts
from ldc.author.purse import Capped
from ldc.write.desk import Desk
from ldc.write.piece import Piece

__all__ = ["Piece", "Written", "write"]

Known = Sequence[tuple[str, str]]
"""(name, summary) of functions."""

IDEAS = 3
"""How often an idea is asked for, while it is one that is there already."""


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
        more, arm = "", "" if self.counterexamples else ", untold"
        if attempt == 1:
            self._hear(pieces)
        else:
            more = f"; repair {attempt - 1}{arm}"
        bodies = [piece for piece in pieces if not piece.blamed]
        asked = [self._body(piece, attempt) for piece in bodies]
        told = self._answers(bodies, f"body{more}", asked)
        for piece, entry in zip(bodies, told, strict=True):
            piece.take(entry)
        asked = [self._check(piece, attempt) for piece in pieces]
        told = self._answers(pieces, f"property{more}", asked)
        for piece, entry in zip(pieces, told, strict=True):
            piece.take_check(entry)
            piece.rounds = attempt

    def _body(self, piece: Piece, attempt: int) -> Request:
        first = self.prompts.body(piece.ask, piece.name, piece.summary, attempt)
        return self.prompts.again(first, piece.code, piece.head, piece.wrong)

    def _check(self, piece: Piece, attempt: int) -> Request:
        first = self.prompts.property(piece.ask, piece.name, piece.code, attempt)
        # A new function is asked about anew, whatever was wrong with the old one.
        if not piece.blamed:
            return first
        return self.prompts.again(first, piece.check, piece.check_head, piece.wrong)

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

    def _hear(self, pieces: Sequence[Piece]) -> None:
        """Ask for the ideas, each stage's one after the other, so that they differ."""
        task = self.desk.task
        known = {stage.name: list[tuple[str, str]]() for stage in task.stages}
        for function in self.desk.there:
            known[function.stage].append((function.name, function.summary))
        taken = {function.name for function in self.desk.there}
        stages = [
            [piece for piece in pieces if piece.ask.stage == stage]
            for stage in task.stages
        ]
        for row in zip_longest(*stages):
            asked = [piece for piece in row if piece]
            for attempt in range(IDEAS):
                self._think(asked, known, attempt)
                asked = [p for p in asked if p.repeats(known[p.ask.stage.name])]
            for piece in row:
                if piece:
                    piece.name = name_for(piece.summary, piece.ask, task, taken)
                    taken.add(piece.name)
                    known[piece.ask.stage.name].append((piece.name, piece.summary))

    def _think(
        self, pieces: Sequence[Piece], known: Mapping[str, Known], attempt: int
    ) -> None:
        what = f"idea {attempt + 1}" if attempt else "idea"
        asked = [
            self.prompts.idea(p.ask, known[p.ask.stage.name], attempt) for p in pieces
        ]
        told = self._answers(pieces, what, asked)
        for piece, entry in zip(pieces, told, strict=True):
            piece.hear(entry)

    def _answers(
        self, pieces: Sequence[Piece], what: str, requests: Sequence[Request]
    ) -> tuple[Entry, ...]:
        purposes = [f"{piece.ask}; {what}" for piece in pieces]
        return self.asking.answers([*zip(purposes, requests, strict=True)])
