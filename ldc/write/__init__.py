"""Lets a teacher write functions: ask, shape, check, repair by counterexample.

A round tries a few texts of a function, one after the other, until the gates have
nothing against one; then a few checks of that function, until both are accepted
together. A small teacher repeats what is wrong when it is told so, and seldom when it
is asked anew: only the first text of a round is a repair, the others are drawn freely.

The same run over the same ledger comes to the same base, byte for byte: all that is
open is asked for at once, and the last reply is waited for, so that nothing hangs on
who answered first. A run that was stopped is resumed by starting it again.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ldc.author.asking import Asking
from ldc.author.prompts import Prompts
from ldc.author.purse import Capped
from ldc.write.desk import Desk
from ldc.write.piece import Piece
from ldc.write.writer import Manners, Writer

__all__ = ["Manners", "Piece", "Written", "write"]


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
    manners: Manners,
    *,
    say: Callable[[str], None] = lambda _: None,
) -> Written:
    """Ask for every function of the desk, and for better ones of what is not accepted.

    Args:
        desk: The task, what is asked for, what is there already, where to try it.
        asking: Answers requests.
        prompts: Words them.
        manners: How often, and what repairs are told.
        say: Told what begins.

    Raises:
        TeacherError: As `Asking.answers`.
        LdcError: As `ldc.check.check`.
    """
    writer = Writer(desk, asking, prompts, manners)
    stopped = ""
    try:
        for number in range(1, manners.rounds + 1):
            open_ = [piece for piece in writer.pieces if not piece.accepted]
            if open_:
                say(f"round {number}: {len(open_)} of {len(writer.pieces)} functions")
                writer.round(open_, number)
    except Capped as limit:
        stopped = limit.limit
    return Written(pieces=tuple(writer.pieces), stopped=stopped)
