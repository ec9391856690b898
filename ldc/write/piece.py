"""One function in the making: what the teacher wrote so far, and what came of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from ldc.author.asks import Ask
from ldc.author.definition import PROPERTY
from ldc.author.headless import as_property, headed
from ldc.author.ledger import Entry
from ldc.author.names import summary_of
from ldc.author.parse import code_in, parted
from ldc.author.repair import faults
from ldc.author.shape import Unshaped, shaped
from ldc.errors import SourceError
from ldc.ir import Function, Verdict
from ldc.write.attempt import function_of
from ldc.write.blame import blames_the_check
from ldc.write.desk import PROMPT, Desk

TWIN = "LDC502"
"""Of the finding that another function does the same."""

COPIED = "You answered with the same code again. Write other code."

NOTHING = "The reply holds no Python function in a code block."


@dataclass(slots=True)
class Piece:
    """One function in the making."""

    ask: Ask
    name: str = ""
    summary: str = ""
    code: str = ""
    """The function as the teacher wrote it last, with its helpers; it parses."""
    check: str = ""
    """Its properties as the teacher wrote them last; they parse."""
    entries: list[Entry] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    """What was done to bring the code into shape, of the last text."""
    function: Function | None = None
    verdict: Verdict | None = None
    wrong: tuple[str, ...] = ()
    """What the teacher is told."""
    blamed: bool = False
    """Whether only the properties are wrong, and the function is not."""
    copied: bool = False
    """Whether what was to be mended came back as it was."""
    rounds: int = 0
    accepted: bool = False

    @property
    def head(self) -> str:
        """The head of the function, as the teacher is asked for it."""
        return self.ask.asked(self.name)

    @property
    def check_head(self) -> str:
        """The head of its property."""
        return self.ask.asked_check(f"{PROPERTY}{self.name}")

    def hear(self, entry: Entry) -> None:
        """Take the sentence that says what the function does."""
        self.entries.append(entry)
        said = summary_of(entry.reply.text)
        plain = f"Choose {self.ask.stage.title}: {self.ask.condition}"
        self.summary = said or summary_of(plain)

    def repeats(self, known: Sequence[tuple[str, str]]) -> bool:
        """Say whether what it does is what a function there does."""
        return self.summary.lower() in (summary.lower() for _, summary in known)

    def take(self, entry: Entry) -> None:
        """Take the function of a reply, and properties that stand beside it."""
        self.changes = []
        before = self.code
        code, check = parted(self._read(entry, self.head))
        self.code, self.check = code, check or self.check
        self.copied = bool(before) and code == before

    def take_check(self, entry: Entry) -> None:
        """Take the properties of a reply; what else it holds is not asked for."""
        name = f"{PROPERTY}{self.name}"
        code = self._read(entry, self.check_head)
        before, self.check = self.check, parted(as_property(code, name))[1]
        if self.blamed:
            self.copied = bool(before) and self.check == before

    def _read(self, entry: Entry, head: str) -> str:
        self.entries.append(entry)
        found = code_in(entry.reply.text)
        self.changes += found.changes
        if entry.reply.finish in ("length", "too long"):
            self.changes.append("the reply was cut for its length")
        whole = headed(found.code, head)
        if whole != found.code:
            self.changes.append(f"wrote the head {head}")
        return whole

    def shape(self, desk: Desk, taken: Collection[str]) -> None:
        """Make a function of the code, or note why there is none."""
        self.function = self.verdict = None
        self.blamed = False
        self.changes = [*dict.fromkeys(self.changes)]
        try:
            code = f"{self.code}\n\n{self.check}"
            draft = shaped(code, self.ask, desk.task, desk.sayings, taken, self.summary)
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
        self.blamed = not twin and blames_the_check(verdict)
        self.wrong = faults(verdict, counterexamples=counterexamples, check=self.blamed)
