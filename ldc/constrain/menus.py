"""The candidates of a stage line; other objects make anew only what they change.

A thousand functions have few types among them, and most do not depend on what is there.
So a menu names its distinct parameters once, and a parameter remembers which groups its
type asked for: another set of objects costs a slot for each of those.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ldc.constrain.annotations import Objects, slot_of
from ldc.constrain.forms import Head, Slot
from ldc.constrain.productions import choice, holds, ways
from ldc.constrain.recent import Recent
from ldc.constrain.scope import Scope, offer
from ldc.errors import GrammarError
from ldc.ir import REQUIRED, Function, Parameter, TaskSpec, spell
from ldc.turns import NOBODY, Turn, whose

PARTS = Recent(4096)
"""Parameters met last, shared by all menus."""

SETS = 16
"""Sets of objects that a parameter remembers its slot for."""


class Live:
    """The objects of a state, and a text for each group that tells two states apart.

    Args:
        objects: The objects by group; None for the grammar of all states.
    """

    def __init__(self, objects: Objects | None) -> None:
        self.objects = objects
        self._told = {group: repr(there) for group, there in (objects or {}).items()}

    def key(self, groups: tuple[str, ...]) -> tuple[str | None, ...]:
        """Return what some groups hold; None for one that is missing."""
        return tuple(self._told.get(group) for group in groups)

    def whole(self) -> tuple[Any, ...]:
        """Return what all groups hold."""
        return self.objects is None, *self._told.items()


class Asked(Mapping[str, tuple[Any, ...]]):
    """Objects by group that note which groups were asked for."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self.groups: set[str] = set()

    def __getitem__(self, group: str) -> tuple[Any, ...]:
        self.groups.add(group)
        return self._objects[group]

    def __iter__(self) -> Iterator[str]:
        return iter(self._objects)

    def __len__(self) -> int:
        return len(self._objects)


class Part:
    """One parameter on a stage line.

    Args:
        task: The task.
        parameter: Of any of the functions that have it.
        scope: The variables that may be named.
        who: The object that it must be; `NOBODY` for any that its type allows.
    """

    def __init__(
        self, task: TaskSpec, parameter: Parameter, scope: Scope, who: Any
    ) -> None:
        self._task, self._parameter = task, parameter
        self._scope, self._who = scope, who
        self._groups: tuple[str, ...] = ()
        self._slots = Recent(SETS)

    def slot(self, live: Live, where: str) -> Slot:
        """Return what may stand here now.

        Raises:
            GrammarError: a type without a grammar; `where` names the parameter.
        """
        if live.objects is None:
            return self._made(None, where)
        asked = Asked(live.objects)
        # What was made under a key depends on no group beside those it names.
        key = live.key(self._groups)
        slot: Slot = self._slots.find(key, None, lambda: self._made(asked, where))
        if not asked.groups <= set(self._groups):
            self._groups = tuple({*self._groups, *asked.groups})
            self._slots.find(live.key(self._groups), None, lambda: slot)
        return slot

    def _made(self, live: Objects | None, where: str) -> Slot:
        one = self._parameter
        found = offer(self._task, one, live, self._scope, where)
        default = one.default
        if self._who is not NOBODY:
            found = choice([self._who] if holds(found, self._who) else [])
            default = REQUIRED
        return slot_of(one.name, found, one.spelled, one.annotation, default)


@dataclass(frozen=True, slots=True)
class Row:
    """One candidate."""

    alias: str
    function: str
    parts: tuple[int, ...]
    """Places among the menu's parts."""


@dataclass(frozen=True, slots=True)
class Menu:
    """The candidates of a line, for any objects."""

    rows: tuple[Row, ...]
    parts: tuple[tuple[Part, str], ...]
    """Each parameter once, with the first place that it stands at, for errors."""

    def heads(self, live: Live) -> tuple[Head, ...]:
        """Return the functions that can be called now.

        Raises:
            GrammarError: a type without a grammar.
        """
        slots = [part.slot(live, where) for part, where in self.parts]
        dead = {i for i, slot in enumerate(slots) if not ways(slot)}
        return tuple(
            Head(row.alias, tuple([slots[i] for i in row.parts]), row.function)
            for row in self.rows
            if dead.isdisjoint(row.parts)
        )


def menu_of(
    task: TaskSpec,
    turn: Turn,
    candidates: tuple[Function, ...],
    scope: Scope,
    names: Mapping[str, str],
) -> Menu:
    """Return the menu of functions of one stage; arguments as in `narrow`.

    Raises:
        GrammarError: a function of another stage, a name that is none, or one twice.
    """
    where = f"{task.name}/{turn.stage.name}"
    rows: list[Row] = []
    places: dict[Part, int] = {}
    parts: list[tuple[Part, str]] = []
    for function in candidates:
        if function.stage != turn.stage.name:
            what = f"{function.name!r} is of stage {function.stage!r}"
            mend = f"give candidates of {turn.stage.name!r} only"
            raise GrammarError(where, what, mend)
        alias = names.get(function.name, function.name)
        if not alias.isidentifier():
            what = f"{alias!r} cannot be a function's name"
            raise GrammarError(function.path, what, "use letters, digits and _")
        own = whose(turn.stage, function)
        mine = []
        for one in function.signature.parameters:
            part = _part(task, one, scope, turn.who if one.name == own else NOBODY)
            if part not in places:
                places[part] = len(parts)
                parts.append((part, f"{function.path}: parameter {one.name!r}"))
            mine.append(places[part])
        rows.append(Row(alias, function.name, tuple(mine)))
    aliases = [row.alias for row in rows]
    if len(set(aliases)) < len(aliases):
        what = f"two functions have one name among {aliases!r}"
        raise GrammarError(where, what, "rename one of them")
    return Menu(tuple(rows), tuple(parts))


def _part(task: TaskSpec, one: Parameter, scope: Scope, who: Any) -> Part:
    """Return a parameter, the same for all functions that have it alike."""
    key = (
        *(id(task), one.name, one.spelled, id(one.annotation), id(one.default)),
        *(scope, who is NOBODY, spell(who)),
    )
    found: Part = PARTS.find(key, (task, one), lambda: Part(task, one, scope, who))
    return found
