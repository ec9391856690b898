"""Brings a teacher's code into the shape of a function file, and tells each change.

The frame is ours: imports, head, manual, the row of like parts. The teacher's are the
name, the summary, the body and the properties. Nothing of it is executed here.
"""

import ast
import builtins
import keyword
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import libcst as cst

from ldc.author.asks import Ask
from ldc.author.imports import imports_for
from ldc.author.rename import renamed
from ldc.author.source import PROPERTY
from ldc.ir import TaskSpec

PLACE, ANSWER = "place", "answer"
"""What a part of a row is decided by, and what a property is told of it."""

NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
LONGEST_NAME = 28
LONGEST_SUMMARY = 81
EMPTY = {"the", "a", "an", "is", "are", "be", "in", "on", "of", "to", "when", "and"}


class Unshaped(Exception):
    """A reply that no file can be made of; says why, to the teacher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A function file but for its examples."""

    name: str
    summary: str
    opening: str
    """Imports, constants and helpers."""
    manual: str
    """The docstring between summary and examples."""
    head: str
    body: str
    properties: str
    """The comment, and what follows it."""
    changes: tuple[str, ...]

    def source(self, examples: str = "") -> str:
        """Return the text of the file.

        Args:
            examples: The section `Example` of the manual, indented; may be empty.
        """
        manual = f'    """{self.summary}\n\n{self.manual}{examples}    """\n'
        parts = (self.opening, f"{self.head}\n{manual}{self.body}", self.properties)
        return "\n\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"


def shaped(
    code: str,
    ask: Ask,
    task: TaskSpec,
    sayings: Mapping[str, str],
    taken: Collection[str],
) -> Draft:
    """Return the draft that a teacher's code makes.

    Args:
        code: It parses.
        ask: What was asked for.
        task: Gives the words.
        sayings: What the words mean, for `Args` and `Returns`.
        taken: Names that other functions have.

    Raises:
        Unshaped: There is no function in the code, or nothing in the function.
    """
    return _Shaper(code, ask, task, sayings, taken).draft()


class _Shaper:
    def __init__(
        self,
        code: str,
        ask: Ask,
        task: TaskSpec,
        sayings: Mapping[str, str],
        taken: Collection[str],
    ) -> None:
        self.ask, self.task, self.sayings, self.taken = ask, task, sayings, taken
        self.changes: list[str] = []
        try:
            self.module = cst.parse_module(code)
        except (cst.ParserSyntaxError, RecursionError) as error:
            raise Unshaped(f"the code does not parse: {error}") from error
        self.definitions: dict[str, cst.FunctionDef] = {}
        self.constants: list[str] = []
        self.imports: list[str] = []
        for node in self.module.body:
            self._sort(node)

    def draft(self) -> Draft:
        """Return the draft."""
        function = self._function()
        own = function.name.value
        name = self._name(own)
        helpers = [d for d in self.definitions.values() if d is not function]
        checks = [d for d in helpers if d.name.value.startswith(PROPERTY)]
        helpers = [d for d in helpers if d not in checks and self._is_used(d)]
        told = {d.name.value: f"_{d.name.value.lstrip('_')}" for d in helpers}
        told |= {own: name}
        for old, new in told.items():
            if old != new and old != own:
                self.changes.append(f"named the helper {old} {new}")
        opening = [self._code(renamed(d, told)) for d in helpers]
        summary = self._summary(function)
        inner, body = self._body(renamed(function, told), name)
        opening += inner
        properties = []
        for check in checks:
            above, below = self._property(renamed(check, told), name)
            opening += above
            properties.append(below)
        comment = f"# What must hold for {self._all()}."
        manual = self._manual(function)
        head = f"def {name}({self.ask.head}) -> {self.ask.returns}:"
        code = "\n\n\n".join(
            [*self.constants, *opening, f"{head}\n{body}", *properties]
        )
        imports, added = imports_for(code, self.imports, self.task)
        self.changes += added
        blocks = ["\n".join(imports), "\n".join(self.constants), *opening]
        return Draft(
            name=name,
            summary=summary,
            opening="\n\n\n".join(b.strip("\n") for b in blocks if b.strip()),
            manual=manual,
            head=head,
            body=body,
            properties="\n\n\n".join([comment, *properties]) if properties else "",
            changes=tuple(self.changes),
        )

    def _sort(self, node: cst.CSTNode) -> None:
        """Take a statement of the reply for what it is."""
        match node:
            case cst.FunctionDef(name=cst.Name(value=name)):
                if name in self.definitions:
                    self.changes.append(f"took the last of several {name}")
                self.definitions[name] = node
            case cst.SimpleStatementLine(body=[cst.Import() | cst.ImportFrom()]):
                self.imports.append(self._code(node).strip())
            case cst.SimpleStatementLine(body=[cst.Assign() | cst.AnnAssign()]):
                self.constants.append(self._code(node).strip())
            case cst.SimpleStatementLine(body=[cst.Expr(value=cst.SimpleString())]):
                pass
            case _:
                line = self._code(node).strip().partition("\n")[0]
                self.changes.append(f"left out {line[:60]!r}")

    def _function(self) -> cst.FunctionDef:
        """Return what is the public function: the one that fits the ask best."""
        wanted = {name for name, _ in self.ask.parameters} | {PLACE}
        public = [
            d
            for name, d in self.definitions.items()
            if not name.startswith(("_", PROPERTY))
        ]
        if not public:
            raise Unshaped("the reply holds no function of its own beside the property")
        return max(public, key=lambda d: len(wanted & {*_parameters(d)}))

    def _name(self, own: str) -> str:
        """Return the teacher's name, or another one when that cannot be."""
        if self._is_free(own) and own not in self.definitions_of_words():
            return own
        words = re.findall(r"[a-z]+", self.ask.condition.lower())
        best = [self.ask.stage.name, *(w for w in words if w not in EMPTY)]
        plain = "_".join(best)[:LONGEST_NAME].rstrip("_")
        others = (f"{plain[: LONGEST_NAME - 3]}_{i}" for i in range(2, 99))
        name = next(n for n in (plain, *others) if self._is_free(n))
        self.changes.append(f"named {own} {name}")
        return name

    def definitions_of_words(self) -> Collection[str]:
        """Return names that the reply's own imports or constants bind."""
        tree = ast.parse("\n".join([*self.imports, *self.constants]))
        return {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}

    def _is_free(self, name: str) -> bool:
        known = (*self.task.words, *self.taken, *(n for n, _ in self.ask.parameters))
        return (
            bool(NAME.fullmatch(name))
            and len(name) <= LONGEST_NAME
            and name not in known
            and not hasattr(builtins, name)
            and not keyword.iskeyword(name)
        )

    def _is_used(self, helper: cst.FunctionDef) -> bool:
        """Say whether another function calls a helper."""
        name = helper.name.value
        for other in self.definitions.values():
            if other is not helper and name in _names(self._code(other)):
                return True
        self.changes.append(f"left out {name}, which nothing calls")
        return False

    def _body(self, function: cst.FunctionDef, name: str) -> tuple[list[str], str]:
        """Return the helpers that a body needs, and the body."""
        code = self._inside(function)
        expected = [n for n, _ in self.ask.parameters]
        given = _parameters(function)
        if given not in (expected, [*expected, PLACE]):
            self.changes.append(f"gave {name} its head ({self.ask.head})")
        part = self.ask.member and (PLACE in given or PLACE in _names(code))
        if not part:
            return [], code
        helper = f"_{self.ask.stage.result.removesuffix('s')}"
        read = [n for n in (*expected, PLACE) if n in _names(code)]
        kinds = {**dict(self.ask.parameters), PLACE: "int"}
        head = ", ".join(f"{n}: {kinds[n]}" for n in read)
        passed = ", ".join(read)
        made = f"def {helper}({head}) -> {self.ask.member}:\n{code}"
        if PLACE not in read:
            same = ", ".join(["part"] * self.ask.places)
            return [made], f"    part = {helper}({passed})\n    return {same}\n"
        each = [f"{helper}({passed.replace(PLACE, str(i))})" for i in _upto(self.ask)]
        return [made], f"    return {', '.join(each)}\n"

    def _property(self, check: cst.FunctionDef, name: str) -> tuple[list[str], str]:
        """Return the helpers that a property needs, and the property."""
        code, given = self._inside(check), _parameters(check)
        own = check.name.value
        head = f"def {own}({self.ask.head}) -> bool:"
        call = f"{name}({self.ask.passed})"
        if ANSWER not in given:
            return [], f"{head}\n{code}"
        if not self.ask.member:
            return [], f"{head}\n    {ANSWER} = {call}\n{code}"
        kinds = {**dict(self.ask.parameters), PLACE: "int", ANSWER: self.ask.member}
        read = [n for n in kinds if n in _names(code)]
        helper = f"_{own.removeprefix(PROPERTY)}"
        inner = ", ".join(f"{n}: {kinds[n]}" for n in read)
        made = f"def {helper}({inner}) -> bool:\n{code}"
        loop = f"for {PLACE}, {ANSWER} in enumerate({call})"
        if PLACE not in read:
            loop = f"for {ANSWER} in {call}"
        return [made], f"{head}\n    return all({helper}({', '.join(read)}) {loop})\n"

    def _inside(self, definition: cst.FunctionDef) -> str:
        """Return the body without its docstring, indented by four."""
        body = definition.body
        if isinstance(body, cst.SimpleStatementSuite):
            line = cst.SimpleStatementLine(body=body.body)
            body = cst.IndentedBlock(body=[line])
        lines = [n for i, n in enumerate(body.body) if i or not _is_text(n)]
        if not lines or all(_is_nothing(n) for n in lines):
            raise Unshaped(f"{definition.name.value} has no body")
        block = body.with_changes(body=lines, indent=" " * 4)
        return self._code(block).strip("\n") + "\n"

    def _summary(self, function: cst.FunctionDef) -> str:
        """Return the first sentence of the teacher's docstring, or our own."""
        said = " ".join((function.get_docstring() or "").partition("\n\n")[0].split())
        first = re.split(r"(?<=[.!?])\s", said)[0].rstrip(".!? ")
        first = first.replace("\\", "").replace('"', "'")
        if not first or len(first) >= LONGEST_SUMMARY:
            first = f"Choose {self.ask.stage.title} when {self.ask.condition}"
            self.changes.append("wrote the summary")
        return f"{first[0].upper()}{first[1:]}."

    def _manual(self, function: cst.FunctionDef) -> str:
        """Return what stands between the summary and the example."""
        arguments = [
            f"        {name}: {self.sayings.get(kind) or f'A {kind}.'}"
            for name, kind in self.ask.parameters
        ]
        returned = self.sayings.get(self.ask.returns) or f"A {self.ask.returns}."
        return "\n".join(
            [
                f"    Use it when {self.ask.condition}.\n",
                "    Args:",
                *arguments,
                "\n    Returns:",
                f"        {returned}\n",
            ]
        )

    def _all(self) -> str:
        """Return what a property is about: "every state and all targets"."""
        state, *others = (name for name, _ in self.ask.parameters)
        return " and ".join([f"every {state}", *(f"every {name}" for name in others)])

    def _code(self, node: cst.CSTNode) -> str:
        return self.module.code_for_node(node).strip("\n") + "\n"


def _parameters(definition: cst.FunctionDef) -> list[str]:
    both = (*definition.params.params, *definition.params.kwonly_params)
    return [parameter.name.value for parameter in both]


def _names(code: str) -> set[str]:
    """Return the names that a piece of code reads or binds."""
    return set(re.findall(r"(?<![.\w])[A-Za-z_]\w*", code))


def _upto(ask: Ask) -> Iterator[int]:
    yield from range(ask.places)


def _is_text(node: cst.CSTNode) -> bool:
    match node:
        case cst.SimpleStatementLine(body=[cst.Expr(value=value)]):
            return isinstance(value, (cst.SimpleString, cst.ConcatenatedString))
    return False


def _is_nothing(node: cst.CSTNode) -> bool:
    match node:
        case cst.SimpleStatementLine(body=[cst.Pass()]):
            return True
        case cst.SimpleStatementLine(body=[cst.Expr(value=cst.Ellipsis())]):
            return True
    return _is_text(node)
