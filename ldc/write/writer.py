"""Works through the rounds: what each function is asked for next, and how it did."""

from collections.abc import Sequence
from dataclasses import dataclass

from ldc.author.asking import Asking
from ldc.author.ledger import Request
from ldc.author.prompts import Prompts
from ldc.ir import Function
from ldc.write.desk import Desk
from ldc.write.piece import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How often a teacher is asked, and what it is told."""

    rounds: int = 4
    """Times that a function is come back to, the first among them."""
    draws: int = 4
    """Texts of a function in a round, at most; and as many of its check."""
    counterexamples: bool = True
    """Whether repairs are told failing calls."""


class Writer:
    """Asks for the functions of a desk, all that are open at once.

    Args:
        desk: The task, what is asked for, what is there already, where to try it.
        asking: Answers requests.
        prompts: Words them.
        manners: How often, and what repairs are told.
    """

    def __init__(
        self, desk: Desk, asking: Asking, prompts: Prompts, manners: Manners
    ) -> None:
        self.pieces = [Piece(ask) for ask in desk.asks]
        self._desk = desk
        self._asking = asking
        self._prompts = prompts
        self._manners = manners

    def round(self, pieces: Sequence[Piece], number: int) -> None:
        """Try texts of functions until they are sound, then checks of those.

        Args:
            pieces: What is open.
            number: Of the round, from 1.
        """
        repair = f"; repair {number - 1}"
        repair += "" if self._manners.counterexamples else ", untold"
        # What is done in news is to be another thing than what is done without.
        for usual in (True, False):
            self._try([p for p in pieces if p.ask.usual is usual], number, repair)

    def _try(self, pieces: Sequence[Piece], number: int, repair: str) -> None:
        for piece in pieces:
            piece.rounds = number
        for draw in range(self._manners.draws):
            again = "" if draw else repair
            self._bodies([piece for piece in pieces if not piece.sound], again)
        for draw in range(self._manners.draws):
            again = "" if draw else repair
            self._checks([p for p in pieces if p.sound and not p.accepted], again)
        for piece in pieces:
            piece.rest()

    def _bodies(self, pieces: Sequence[Piece], repair: str) -> None:
        """Ask for a function: a better text of the last one, or another one."""
        asked: list[tuple[str, Request]] = []
        for piece in pieces:
            request = self._prompts.body(piece.ask, self._known(piece), piece.bodies)
            again = repair if piece.code else ""
            if again:
                request = self._prompts.again(
                    request, piece.code, piece.wrong, name=piece.name, head=piece.head
                )
            asked.append((piece.purpose("body", again), request))
        for piece, entry in zip(pieces, self._asking.answers(asked), strict=True):
            piece.take(entry, self._desk.task, self._taken(piece))
        self._judge(pieces, alone=True)

    def _checks(self, pieces: Sequence[Piece], repair: str) -> None:
        """Ask for a check of a sound function: a better one, or another one."""
        asked: list[tuple[str, Request]] = []
        for piece in pieces:
            request = self._prompts.property(
                piece.ask, piece.name, piece.code, piece.checks
            )
            again = repair if piece.check_said else ""
            if again:
                request = self._prompts.again(
                    request, piece.check_said, piece.wrong, name=piece.name
                )
            asked.append((piece.purpose("property", again), request))
        for piece, entry in zip(pieces, self._asking.answers(asked), strict=True):
            piece.take_check(entry)
        self._judge(pieces, alone=False)

    def _judge(self, pieces: Sequence[Piece], *, alone: bool) -> None:
        """Shape and check what was written: functions alone, or with their checks."""
        if not pieces:
            return
        kept = [*self._desk.there]
        kept += [p.function for p in self.pieces if p.accepted and p.function]
        if alone:  # a usual one that only lacks a check is not left to some news
            waiting = (p for p in self.pieces if p not in pieces and p.ask.usual)
            kept += [p.bare for p in waiting if p.bare and p.sound and not p.accepted]
        taken = {function.name for function in kept}
        made: list[tuple[Piece, Function]] = []
        for piece in pieces:
            piece.shape(self._desk, taken, alone=alone)
            if piece.function:
                taken.add(piece.function.name)
                made.append((piece, piece.function))
        functions = [*kept, *(function for _, function in made)]
        verdicts = self._desk.check(functions, alone=alone)
        told = self._manners.counterexamples
        for (piece, _), verdict in zip(made, verdicts[len(kept) :], strict=True):
            piece.judge(verdict, alone=alone, counterexamples=told)

    def _known(self, piece: Piece) -> Sequence[str]:
        """Return what need not be done again: functions there do it, or did as well."""
        there = [*self._desk.there]
        there += [p.function for p in self.pieces if p.accepted and p.function]
        stage = piece.ask.stage.name
        said = [function.summary for function in there if function.stage == stage]
        return [*dict.fromkeys([*said, *piece.repeated])]

    def _taken(self, piece: Piece) -> set[str]:
        there = {function.name for function in self._desk.there}
        return there | {other.name for other in self.pieces if other is not piece}
