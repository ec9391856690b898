"""Which variables may stand for a parameter: defined before, of a type that fits."""

from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from ldc.constrain.annotations import Objects, production_of
from ldc.constrain.forms import Choice, Production, Range
from ldc.constrain.limits import Limits, limits_of
from ldc.constrain.productions import choice, either
from ldc.constrain.scalars import STEPS
from ldc.constrain.values import count, holds, nth
from ldc.errors import GrammarError
from ldc.ir import Parameter, TaskSpec, Variable

Scope = tuple[tuple[str, Any], ...]
"""The variables that a line may name: (variable name, type)."""


def offer(
    task: TaskSpec, parameter: Parameter, live: Objects | None, scope: Scope, where: str
) -> Production:
    """Return what may stand for a parameter: variables, and values.

    Every variable whose type fits is offered, and every value that can be written. Two
    rules keep one thing from being said in two ways: a parameter named as a variable
    takes that variable for the part of its type that the variable has, and the state is
    never written out.

    Raises:
        GrammarError: values that cannot be written, of a type that no variable has; or
            a parameter named as a variable that does not fit it.
    """
    wanted = parameter.annotation
    for name, carried in scope:
        if name == parameter.name:
            if not fits(carried, wanted):
                what = f"{name!r} is {parameter.spelled}, the variable is another type"
                mend = f"annotate it as the result {name!r} is, or rename it"
                raise GrammarError(where, what, mend)
            rest = [
                part
                for part in members(wanted)
                if not (fits(part, carried) or fits(carried, part))
            ]
            others = (_of_type(task, part, live, scope, where) for part in rest)
            return either((choice([Variable(name)]), *others))
    return _of_type(task, wanted, live, scope, where)


def _of_type(
    task: TaskSpec, wanted: Any, live: Objects | None, scope: Scope, where: str
) -> Production:
    parts = members(wanted)
    variables = choice(Variable(name) for name, kind in scope if fits(kind, wanted))
    if len(parts) > 1:
        found = (_of_type(task, part, live, scope, where) for part in parts)
        return either((variables, *found))
    if wanted is task.state:
        return variables
    try:
        return either((variables, production_of(wanted, live, where)))
    except GrammarError:
        if variables.texts:
            return variables
        raise


def members(kind: Any) -> tuple[Any, ...]:
    """Return the members of a union; a type that is none is its own."""
    union = get_origin(kind) in (Union, UnionType)
    return get_args(kind) if union else (kind,)


def fits(given: Any, wanted: Any) -> bool:
    """Return whether every value of one type is a value of the other, by exact type.

    Exact as the jail is: `bool` is not `int`, and a subclass is not its base.
    """
    if given == wanted:
        return True
    if len(members(given)) > 1:
        return all(fits(part, wanted) for part in members(given))
    if len(members(wanted)) > 1 and get_origin(given) is not Literal:
        return any(fits(given, part) for part in members(wanted))
    (base, own), (other, asked) = _parted(given), _parted(wanted)
    if asked.group is not None and asked.group != own.group:
        return False
    origin = get_origin(base)
    if origin is tuple and get_origin(other) is tuple:
        return _tuple_fits(get_args(base), own, get_args(other), asked)
    if base == other and not (asked.checks or asked.steps or asked.patterns):
        return asked.least <= own.least and _within(own.most, asked.most)
    if base == other or origin is Literal:
        return _all_hold(given, wanted)
    return False


def _parted(kind: Any) -> tuple[Any, Limits]:
    """Return a type without its metadata, and what that says."""
    if get_origin(kind) is not Annotated:
        return kind, Limits()
    base, *metadata = get_args(kind)
    try:
        return base, limits_of(metadata, "")
    except GrammarError:  # a limit that only the jail knows
        return kind, Limits()


def _within(most: int | None, other: int | None) -> bool:
    return other is None or (most is not None and most <= other)


def _tuple_fits(
    given: tuple[Any, ...], own: Limits, wanted: tuple[Any, ...], asked: Limits
) -> bool:
    endless, open_ended = given[-1:] == (...,), wanted[-1:] == (...,)
    if not open_ended:
        same = not endless and len(given) == len(wanted)
        return same and all(map(fits, given, wanted))
    if endless:
        lengths = asked.least <= own.least and _within(own.most, asked.most)
        return lengths and fits(given[0], wanted[0])
    lengths = asked.least <= len(given) and _within(len(given), asked.most)
    return lengths and all(fits(part, wanted[0]) for part in given)


def _all_hold(given: Any, wanted: Any) -> bool:
    """Return whether all values of one type are of the other, where they are listed."""
    try:
        every, known = production_of(given, None, ""), production_of(wanted, None, "")
    except GrammarError:
        return False
    match every, known:
        case Range(low, high, step), Range():
            return holds(known, low) and holds(known, high) and step % known.step == 0
        case Choice(values=values), _:
            return all(holds(known, value) for value in values)
    many = count(every)
    return many <= STEPS and all(holds(known, nth(every, i)) for i in range(many))
