"""Brings a teacher's code into the shape of a function file, and tells each change.

The frame is ours: imports, head, manual, the row of like parts. The teacher's are the
name, the summary, the body and the properties. Nothing of it is executed here.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

import libcst as cst

from ldc.author.asks import Ask
from ldc.author.draft import Draft, manual_for
from ldc.author.frame import (
    framed_body,
    framed_property,
    names_in,
    rows_in,
)
from ldc.author.imports import imports_for
from ldc.author.names import is_free, name_for, summary_of
from ldc.author.rename import renamed
from ldc.author.slips import mended_slips
from ldc.author.source import PROPERTY
from ldc.ir import TaskSpec


class Unshaped(Exception):
    """A reply that no file can be made of; says why, to the teacher."""


def shaped(
    code: str,
    ask: Ask,
    task: TaskSpec,
    sayings: Mapping[str, str],
    taken: Collection[str],
    summary: str = "",
) -> Draft:
    """Return the draft that a teacher's code makes.

    Args:
        code: It parses.
        ask: What was asked for.
        task: Gives the words.
        sayings: What the words mean, for `Args` and `Returns`.
        taken: Names that other functions have.
        summary: What the function does, when the code does not say it.

    Raises:
        Unshaped: There is no function in the code, or nothing in the function.
    """
    try:
        return _Shaper(code, ask, task, sayings, taken).draft(summary)
    except SyntaxError as error:  # of what Python refuses and LibCST does not
        raise Unshaped("the code does not parse") from error


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
            raise Unshaped("the code does not parse") from error
        self.definitions: dict[str, cst.FunctionDef] = {}
        self.constants: list[str] = []
        self.imports: list[str] = []
        for node in self.module.body:
            self._sort(node)

    def draft(self, summary: str) -> Draft:
        """Return the draft."""
        function = self._function()
        own = function.name.value
        name = self._name(own)
        told = {own: name, **self._helper_names(function)}
        others = {
            d.name.value: renamed(self._mended(d), told)
            for d in self.definitions.values()
            if d is not function
        }
        helpers = [self._code(d) for old, d in others.items() if old in told]
        checks = [d for old, d in others.items() if old.startswith(PROPERTY)]
        plain = self._mended(function, self.ask.member or self.ask.returns)
        code = self._inside(renamed(plain, told))
        ask = self._read([code, *map(self._inside, checks)])
        self._tell_head(function, ask)

        more, body = framed_body(code, _parameters(function), ask)
        helpers += more
        properties = []
        for check in checks:
            given = _parameters(check)
            more, whole = framed_property(
                check.name.value, self._inside(check), given, name, ask
            )
            helpers += more
            properties.append(whole)
        head = f"def {name}({ask.head}) -> {ask.returns}:"
        parts = [*self.constants, *helpers, f"{head}\n{body}", *properties]
        imports, added = imports_for("\n\n".join(parts), self.imports, self.task)
        self.changes += added
        summary = summary_of(function.get_docstring() or summary)
        if not summary:
            self.changes.append("wrote the summary")
            summary = summary_of(f"Choose {ask.stage.title}: {ask.condition}")
        comment = " and ".join(f"every {name}" for name, _ in ask.parameters)
        return Draft(
            name=name,
            summary=summary,
            opening=_joined(["\n".join(imports), "\n".join(self.constants), *helpers]),
            manual=manual_for(ask, self.sayings),
            head=head,
            body=body,
            properties=_joined([f"# What must hold for {comment}.", *properties])
            if properties
            else "",
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
        wanted = {name for name, _ in (*self.ask.parameters, *self.ask.given)}
        public = [
            d
            for name, d in self.definitions.items()
            if not name.startswith(("_", PROPERTY))
        ]
        if not public:
            raise Unshaped("the reply holds no function beside the property")
        return max(public, key=lambda d: len(wanted & {*_parameters(d)}))

    def _mended(
        self, definition: cst.FunctionDef, returns: str = ""
    ) -> cst.FunctionDef:
        mended, changes = mended_slips(definition, self.task, returns)
        self.changes += changes
        return mended

    def _name(self, own: str) -> str:
        """Return the teacher's name, or another one when that cannot be."""
        if is_free(own, self.ask, self.task, self.taken):
            return own
        name = name_for("", self.ask, self.task, self.taken)
        self.changes.append(f"named {own} {name}")
        return name

    def _helper_names(self, function: cst.FunctionDef) -> Mapping[str, str]:
        """Return the helpers that something calls, with names that are private."""
        told = {}
        for old, helper in self.definitions.items():
            if helper is function or old.startswith(PROPERTY):
                continue
            others = [d for d in self.definitions.values() if d is not helper]
            if not any(old in names_in(self._code(d)) for d in others):
                self.changes.append(f"left out {old}, which nothing calls")
                continue
            told[old] = f"_{old.lstrip('_')}"
            if told[old] != old:
                self.changes.append(f"named the helper {old} {told[old]}")
        return told

    def _read(self, codes: list[str]) -> Ask:
        """Return the ask without the parameters that no code reads, but the state."""
        names = set[str]().union(*(rows_in(code, self.ask) for code in codes))
        kept = tuple(
            (name, kind)
            for place, (name, kind) in enumerate(self.ask.parameters)
            if not place or name in names
        )
        return replace(self.ask, parameters=kept)

    def _tell_head(self, function: cst.FunctionDef, ask: Ask) -> None:
        given = _parameters(function)
        asked = [name for name, _ in self.ask.given]
        if given not in (asked, [name for name, _ in ask.parameters]):
            self.changes.append(f"wrote the head ({ask.head})")

    def _inside(self, definition: cst.FunctionDef) -> str:
        """Return the body without its docstring, indented by four."""
        body = definition.body
        if isinstance(body, cst.SimpleStatementSuite):
            line = cst.SimpleStatementLine(body=body.body)
            body = cst.IndentedBlock(body=[line])
        lines = [n for i, n in enumerate(body.body) if i or not _is_text(n)]
        if all(_is_nothing(n) for n in lines):
            raise Unshaped(f"{definition.name.value} has no body")
        return self._code(body.with_changes(body=lines, indent=" " * 4))

    def _code(self, node: cst.CSTNode) -> str:
        return self.module.code_for_node(node).strip("\n") + "\n"


def _joined(blocks: list[str]) -> str:
    return "\n\n\n".join(block.strip("\n") for block in blocks if block.strip())


def _parameters(definition: cst.FunctionDef) -> list[str]:
    both = (*definition.params.params, *definition.params.kwonly_params)
    return [parameter.name.value for parameter in both]


def _is_text(node: cst.CSTNode) -> bool:
    match node:
        case cst.SimpleStatementLine(body=[cst.Expr(value=value)]):
            return isinstance(value, (cst.SimpleString, cst.ConcatenatedString))
    return False


def _is_nothing(node: cst.CSTNode) -> bool:
    match node:
        case cst.SimpleStatementLine(
            body=[cst.Pass() | cst.Expr(value=cst.Ellipsis())]
        ):
            return True
    return _is_text(node)
