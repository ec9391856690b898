"""One function in the making: what the teacher wrote so far, and what came of it."""

from collections.abc import Collection
from dataclasses import dataclass, field

from ldc.author.asks import Ask
from ldc.author.ledger import Entry
from ldc.author.names import summary_of
from ldc.author.parse import code_in, merged
from ldc.author.repair import faults
from ldc.author.shape import Unshaped, shaped
from ldc.errors import SourceError
from ldc.ir import Function, Verdict
from ldc.write.attempt import function_of
from ldc.write.desk import PROMPT, Desk

TWIN = "LDC502"
"""Of the finding that another function does the same."""

NOTHING = "The reply holds no Python function in a code block."


@dataclass(slots=True)
class Piece:
    """One function in the making."""

    ask: Ask
    name: str = ""
    summary: str = ""
    code: str = ""
    """All definitions that the teacher wrote last; it parses."""
    entries: list[Entry] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    """What was done to bring the code into shape, of the last text."""
    function: Function | None = None
    verdict: Verdict | None = None
    wrong: tuple[str, ...] = ()
    """What the teacher is told."""
    rounds: int = 0
    accepted: bool = False

    def hear(self, entry: Entry) -> None:
        """Take the sentence that says what the function does."""
        self.entries.append(entry)
        said = summary_of(entry.reply.text)
        plain = f"Choose {self.ask.stage.title}: {self.ask.condition}"
        self.summary = said or summary_of(plain)

    def take(self, entry: Entry) -> None:
        """Take the code of a reply; what it does not replace stays."""
        self.entries.append(entry)
        found = code_in(entry.reply.text)
        self.changes = [*found.changes]
        if entry.reply.finish in ("length", "too long"):
            self.changes.append("the reply was cut for its length")
        self.code = merged(self.code, found.code)

    def shape(self, desk: Desk, taken: Collection[str]) -> None:
        """Make a function of the code, or note why there is none."""
        self.function = self.verdict = None
        try:
            draft = shaped(
                self.code, self.ask, desk.task, desk.sayings, taken, self.summary
            )
            self.changes += draft.changes
            self.function = function_of(draft, self.ask, desk.task, desk.sample)
        except Unshaped as error:
            self.wrong = (NOTHING if not self.code.strip() else f"{error}.",)
        except SourceError as error:
            self.wrong = (f"{error.what}\n  mend: {error.mend}",)

    def judge(self, verdict: Verdict, *, counterexamples: bool) -> None:
        """Take the verdict on the function; a twin of another one is not accepted."""
        self.verdict = verdict
        twin = any(seen.code == TWIN for seen in verdict.findings)
        shown = PROMPT in verdict.function.source
        self.accepted = verdict.outcome == "accepted" and shown and not twin
        self.wrong = faults(verdict, counterexamples=counterexamples)
