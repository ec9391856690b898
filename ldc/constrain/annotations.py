"""From a type annotation to its production, or to an error that says the mend."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from ldc.constrain.describe import describe
from ldc.constrain.limits import Limits, limits_of, mend_of, refused
from ldc.constrain.productions import (
    Choice,
    Production,
    Slot,
    choice,
    either,
    holds,
    record,
    repeat,
    sequence,
    spare,
)
from ldc.constrain.scalars import floats, integers, texts
from ldc.errors import GrammarError, did_you_mean
from ldc.ir import REQUIRED
from ldc.spelling import is_record, record_fields

Objects = Mapping[str, tuple[Any, ...]]
"""The live objects of one state by group."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a type stands."""

    live: Objects | None
    """The objects of a state by group; None for all states."""
    where: str
    """The parameter, as errors name it."""
    inside: tuple[type, ...] = ()
    """The records that the type is a field of."""

    def of(self, annotation: Any) -> Production:
        """Return what may stand for a type here."""
        return production_of(annotation, self.live, self.where, self.inside)


def production_of(
    annotation: Any, live: Objects | None, where: str, inside: tuple[type, ...] = ()
) -> Production:
    """Return what may stand for a type.

    Args:
        annotation: A closed type: annotated int, float or str, bool, None, Literal,
            Enum, a record or tuple of these, or a union of these.
        live: The objects of a state by group; None for the grammar of all states,
            where a live argument may be any value within its bounds.
        where: The parameter, as errors name it.
        inside: The records that this type is a field of.

    Raises:
        GrammarError: the type has values that no finite grammar can list.
    """
    if get_origin(annotation) is not Annotated:
        return _plain(annotation, Limits(), Place(live, where, inside))
    base, *metadata = get_args(annotation)
    limits = limits_of(metadata, where)
    production = _plain(base, limits, Place(live, where, inside))
    if limits.group is None or live is None:
        return production
    if limits.group not in live:
        raise GrammarError(
            where,
            f"no live group {limits.group!r}",
            did_you_mean(limits.group, list(live)),
        )
    return choice(v for v in live[limits.group] if holds(production, v))


def _plain(base: Any, limits: Limits, place: Place) -> Production:
    """Return the production of a type whose `Annotated` layer is taken off."""
    origin, arguments = get_origin(base), get_args(base)
    sized = origin is tuple or base is tuple or base is str
    if limits.patterns and base is not str:
        raise refused(base, "a pattern fits a str only", "drop it", place.where)
    if (limits.least or limits.most is not None) and not sized:
        why = "a length fits a tuple or a str only"
        raise refused(base, why, "drop the length", place.where)
    if base is int:
        return integers(limits, place.where)
    if base is float:
        return floats(limits, place.where)
    if base is str:
        return texts(limits, place.where)
    if origin is tuple and not (limits.checks or limits.steps):
        return _tuples(arguments, limits, place)
    if limits.steps:
        raise refused(base, "a step fits a number only", "drop it", place.where)
    if origin in (Union, UnionType) and not limits.checks:
        return either(place.of(part) for part in arguments)
    if is_record(base) and not limits.checks:
        return _records(base, place)
    return _listed(base, origin, arguments, limits, place.where)


def _listed(
    base: Any, origin: Any, arguments: tuple[Any, ...], limits: Limits, where: str
) -> Choice:
    """Return the values of a type that lists them itself."""
    if base is bool:
        values: Iterable[Any] = (False, True)
    elif base in (None, NoneType):
        values = (None,)
    elif origin is Literal:
        values = arguments
    elif isinstance(base, type) and issubclass(base, Enum):
        values = tuple(base)
    else:
        raise refused(base, "its values cannot be listed", mend_of(base), where)
    try:
        return choice(filter(limits.admits, values))
    except TypeError as error:
        mend = "put the bounds at the numbers: Annotated[int, Ge(0), Le(9)] | None"
        raise refused(base, "its values cannot be compared", mend, where) from error


def _tuples(arguments: tuple[Any, ...], limits: Limits, place: Place) -> Production:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        if limits.most is None:
            mend = "bound its length: Annotated[tuple[...], MaxLen(4)]"
            raise refused(tuple, "it may be of any length", mend, place.where)
        return repeat(place.of(arguments[0]), limits.least, limits.most)
    if not limits.least <= len(arguments) <= (limits.most or len(arguments)):
        mend = "drop the length of the fixed tuple"
        raise refused(tuple, "it never has the length asked for", mend, place.where)
    return sequence(tuple(place.of(part) for part in arguments))


def _records(kind: type, place: Place) -> Production:
    """Return the values of a record by its fields."""
    if kind in place.inside:
        mend = "end it: a record that holds itself has no largest value"
        raise refused(kind, "it holds itself", mend, place.where)
    why, mend = _open(kind)
    if why:
        raise refused(kind, why, mend, place.where)
    try:
        hints = get_type_hints(kind, include_extras=True)
    except NameError as error:
        mend = "define the types of its fields in the state module"
        raise refused(kind, str(error), mend, place.where) from error
    slots = []
    for name, default in record_fields(kind):
        where = f"{place.where}: field {name!r} of {kind.__name__}"
        inner = Place(place.live, where, (*place.inside, kind)).of(hints[name])
        slots.append(slot_of(name, inner, describe(hints[name]), hints[name], default))
    return record(kind, tuple(slots))


def slot_of(
    name: str, production: Production, spelled: str, annotation: Any, default: Any
) -> Slot:
    """Return a slot; a value that is its default is said by leaving it out only."""
    if default is REQUIRED:
        return Slot(name, production, spelled, annotation)
    rest = spare(production, default)
    return Slot(name, rest, spelled, annotation, choice([default]))


def _open(kind: type) -> tuple[str, str]:
    """Say why a record has values that its fields do not tell, and the mend."""
    if hasattr(kind, "__post_init__"):
        return (
            "its __post_init__ may refuse values",
            "say it in the types of its fields",
        )
    if getattr(kind, "__parameters__", ()):
        return "it is generic", "write the types of its fields"
    if dataclasses.is_dataclass(kind):
        if not kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]
            return "its fields may change", "make it @dataclass(frozen=True)"
        if not all(field.init for field in dataclasses.fields(kind)):
            return "a field is not given to it", "drop field(init=False)"
    return "", ""
