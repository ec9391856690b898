"""One function in the making: what the teacher wrote so far, and what came of it."""

from collections.abc import Collection
from dataclasses import dataclass, field

from ldc.author.asks import Ask
from ldc.author.definition import PROPERTY
from ldc.author.headless import as_property, headed
from ldc.author.ledger import Entry
from ldc.author.names import is_free, name_for, summary_of
from ldc.author.parse import code_in, head_in, parted
from ldc.author.prompts import NAMELESS
from ldc.author.rename import renamed_in
from ldc.author.repair import faults
from ldc.author.shape import Unshaped, shaped
from ldc.errors import SourceError
from ldc.ir import Function, TaskSpec, Verdict
from ldc.write.attempt import function_of
from ldc.write.desk import PROMPT, Desk, is_twin

NOTHING = "The reply holds no Python function in a code block."

ECHO = "The docstring is that of the example; say what this function does."

TRIED = 2
"""Rounds of checks of one function; after these another function is asked for."""


@dataclass(slots=True)
class Piece:
    """One function in the making."""

    ask: Ask
    name: str = ""
    summary: str = ""
    """What it does, as the teacher says."""
    repeated: list[str] = field(default_factory=list)
    """Summaries of texts that did what another function does."""
    code: str = ""
    """The function as the teacher wrote it last, with its helpers; it parses."""
    check: str = ""
    """Its properties as the teacher wrote them last; they parse."""
    check_said: str = ""
    """The same, as they were said: perhaps an expression."""
    entries: list[Entry] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    """What was done to bring the code into shape, of the last text."""
    function: Function | None = None
    bare: Function | None = None
    """The same without its check, when it is sound."""
    verdict: Verdict | None = None
    wrong: tuple[str, ...] = ()
    """What the teacher is told."""
    bodies: int = 0
    """Texts of it so far."""
    checks: int = 0
    """Checks so far, of all texts."""
    tried: int = 0
    """Rounds in which no check of this text was accepted."""
    rounds: int = 0
    echo: bool = False
    """Whether it says that it does what the example in the request does."""
    sound: bool = False
    """Whether nothing is wrong but that a check is missing."""
    accepted: bool = False

    @property
    def head(self) -> str:
        """The head of the function, as the teacher is asked for it."""
        return self.ask.asked(self.name)

    def purpose(self, what: str, repair: str = "") -> str:
        """Say what the next request is for; no two of a run say the same."""
        count = {"body": self.bodies, "property": self.checks}
        number = f" {count[what] + 1}" if count[what] else ""
        return f"{self.ask}; {what}{number}{repair}"

    def take(self, entry: Entry, task: TaskSpec, taken: Collection[str]) -> None:
        """Take the function of a reply; its properties are asked for apart.

        Args:
            entry: The reply.
            task: Its words are no names.
            taken: Nor are these.
        """
        self.bodies += 1
        self.changes = []
        code, more = parted(headed(self._read(entry), self.ask.asked(NAMELESS)))
        if more:
            self.changes.append("left out properties, which are asked for apart")
        own, said = head_in(code)
        shown = entry.request.messages[2][1] if len(entry.request.messages) > 3 else ""
        self.echo = bool(said) and said in shown
        self.summary = summary_of(said)
        if not self.summary:
            self.changes.append("wrote the summary")
            self.summary = summary_of(
                f"Choose {self.ask.stage.title}: {self.ask.condition}"
            )
        free = own != NAMELESS and is_free(own, self.ask, task, taken)
        self.name = own if free else name_for(self.summary, self.ask, task, taken)
        # Any other name that is not free is changed when the code is shaped.
        nameless = own == NAMELESS
        self.code = renamed_in(code, own, self.name) if nameless else code
        self.check = self.check_said = ""

    def take_check(self, entry: Entry) -> None:
        """Take the properties of a reply; what else it holds is not asked for."""
        self.checks += 1
        name = f"{PROPERTY}{self.name}"
        self.check_said = self._read(entry)
        whole = headed(self.check_said, self.ask.asked_check(name))
        self.check = parted(as_property(whole, name))[1]

    def _read(self, entry: Entry) -> str:
        self.entries.append(entry)
        found = code_in(entry.reply.text)
        self.changes += found.changes
        if entry.reply.finish in ("length", "too long"):
            self.changes.append("the reply was cut for its length")
        return found.code

    def shape(self, desk: Desk, taken: Collection[str], *, alone: bool) -> None:
        """Make a function of the code, or note why there is none.

        Args:
            desk: Knows the task.
            taken: Names that other functions have.
            alone: Whether it is made without its properties.
        """
        self.function = self.verdict = None
        if self.echo:
            self.wrong = (ECHO,)
            return
        try:
            code = self.code if alone else f"{self.code}\n\n{self.check}"
            draft = shaped(code, self.ask, desk.task, desk.sayings, taken, self.summary)
            self.changes = [*dict.fromkeys([*self.changes, *draft.changes])]
            self.function = function_of(draft, self.ask, desk.task, desk.sample)
        except Unshaped as error:
            self.wrong = (NOTHING if not self.code.strip() else f"{error}.",)
        except SourceError as error:
            self.wrong = (f"{error.what}\n  mend: {error.mend}",)

    def judge(self, verdict: Verdict, *, alone: bool, counterexamples: bool) -> None:
        """Take the verdict on the function; a twin of another one is not accepted."""
        self.verdict = verdict
        twin = is_twin(verdict)
        shown = PROMPT in verdict.function.source
        passed = verdict.outcome == "accepted" and shown and not twin
        self.sound = passed if alone else self.sound and not twin
        self.accepted = passed and not alone
        if alone:
            self.bare = self.function if passed else None
        if twin:
            self.repeated.append(self.summary)
        self.wrong = faults(
            verdict, counterexamples=counterexamples, check=not alone and not twin
        )

    def rest(self) -> None:
        """End a round: a function whose checks failed often enough is given up."""
        if self.accepted or not self.sound:
            return
        self.tried += 1
        if self.tried == TRIED:
            self.tried, self.sound, self.code = 0, False, ""
