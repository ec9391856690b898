"""What a grammar must write, worked out from signatures alone.

Shares no code with the compiler: values come from `tests.constrain.listing`, texts from
`repr`, and masks from looking at all texts at once.
"""

import ast
import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin

from ldc.ir import REQUIRED, Function, Parameter
from tests.constrain import kinds
from tests.constrain.listing import Objects, accepts, fits, listed, spelled


@dataclass(frozen=True)
class Case:
    """Functions in one state."""

    functions: tuple[Function, ...]
    live: Objects
    scope: tuple[tuple[str, Any], ...]

    def texts(self) -> set[str]:
        """Return every text that the grammar must write, and no other."""
        found = set()
        for function in self.functions:
            parts = map(self._parts, function.signature.parameters)
            for row in itertools.product(*parts):
                inner = ", ".join(filter(None, row))
                found.add(f" {function.name}({inner})\n")
        return found

    def typed(self, text: str) -> bool:
        """Return whether a text is one call, well typed, in its one spelling.

        This reads the text where `texts` lists; it also serves types too large to list.
        """
        try:
            tree = ast.parse(text[1:], mode="eval").body
        except (SyntaxError, ValueError):
            return False
        if not isinstance(tree, ast.Call) or not isinstance(tree.func, ast.Name):
            return False
        if f" {ast.unparse(tree)}\n" != text or tree.args:
            return False
        for function in self.functions:
            if function.name == tree.func.id:
                return self._typed_arguments(function, tree.keywords)
        return False

    def _typed_arguments(self, function: Function, words: list[ast.keyword]) -> bool:
        given = {word.arg: word.value for word in words}
        parameters = function.signature.parameters
        if [word.arg for word in words] != [
            p.name for p in parameters if p.name in given
        ]:
            return False
        return all(self._typed_argument(p, given.get(p.name)) for p in parameters)

    def _typed_argument(self, parameter: Parameter, node: ast.expr | None) -> bool:
        if node is None:
            return parameter.default is not REQUIRED
        text = ast.unparse(node)
        if text in self._variables(parameter):
            return True
        try:
            value = eval(text, {"__builtins__": {}}, vars(kinds))
        except Exception:
            return False
        if spelled(value) != text or text == _default(parameter):
            return False
        return any(fits(value, kind, self.live) for kind in self._written(parameter))

    def _parts(self, parameter: Parameter) -> list[str]:
        """List what may stand in a call for a parameter; "" leaves it out."""
        values = (
            spelled(value)
            for kind in self._written(parameter)
            for value in listed(kind, self.live)
        )
        words = dict.fromkeys([*self._variables(parameter), *values])
        found = [f"{parameter.name}={w}" for w in words if w != _default(parameter)]
        return found if parameter.default is REQUIRED else [*found, ""]

    def _variables(self, parameter: Parameter) -> list[str]:
        if parameter.name in dict(self.scope):
            return [parameter.name]
        kind = parameter.annotation
        parts = [kind, *_members(kind)]
        return [n for n, own in self.scope if any(accepts(part, own) for part in parts)]

    def _written(self, parameter: Parameter) -> list[Any]:
        """Return the types whose values may be written for a parameter."""
        parts = _members(parameter.annotation)
        own = dict(self.scope).get(parameter.name, REQUIRED)
        if own is not REQUIRED:
            parts = [p for p in parts if not (accepts(p, own) or accepts(own, p))]
        return [part for part in parts if part is not kinds.State]


def _members(kind: Any) -> list[Any]:
    return list(get_args(kind)) if get_origin(kind) in (Union, UnionType) else [kind]


def _default(parameter: Parameter) -> str:
    return "" if parameter.default is REQUIRED else spelled(parameter.default)


Prefixes = Mapping[tuple[int, ...], set[int]]


def masks(sequences: Iterable[Iterable[int]]) -> Prefixes:
    """Return prefix -> the ids that continue it to a whole sequence; {} at its end."""
    found: dict[tuple[int, ...], set[int]] = {}
    for sequence in sequences:
        ids = tuple(sequence)
        for i, token in enumerate(ids):
            found.setdefault(ids[:i], set()).add(token)
        found.setdefault(ids, set())
    return found
