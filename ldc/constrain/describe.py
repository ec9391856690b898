"""A type in a few words, for the comments of a grammar."""

from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import annotated_types as at

from ldc.ir import Live

_SIGNS = {at.Ge: ">=", at.Gt: ">", at.Le: "<=", at.Lt: "<"}


def describe(annotation: Any) -> str:
    """Return a type in words.

    Example:
        >>> describe(Annotated[int, at.Ge(1), at.Le(3), Live("prey")])
        'int >= 1, <= 3, one of the prey that are present'
    """
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        base, *metadata = arguments
        limits = ", ".join(filter(None, map(_limit, metadata)))
        joint = " " if limits[:1] in ("<", ">") else ", "
        return describe(base) + (joint + limits if limits else "")
    if origin is Literal:
        return "one of " + ", ".join(map(repr, arguments))
    if origin is tuple and arguments[-1:] == (Ellipsis,):
        return f"tuple of ({describe(arguments[0])}), any number"
    if origin is tuple:
        return "tuple of " + ", ".join(f"({describe(part)})" for part in arguments)
    if origin in (Union, UnionType):
        return " or ".join(map(describe, arguments))
    if annotation in (None, NoneType):
        return "None"
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return f"a member of {annotation.__name__}"
    return getattr(annotation, "__name__", repr(annotation))


def _limit(item: Any) -> str:
    """Return one limit in words; nothing for a remark."""
    match item:
        case at.Ge(ge=edge) | at.Gt(gt=edge) | at.Le(le=edge) | at.Lt(lt=edge):
            return f"{_SIGNS[type(item)]} {edge}"
        case at.MultipleOf(multiple_of=step):
            return f"in steps of {step}"
        case at.MinLen(min_length=length):
            return f"at least {length}"
        case at.MaxLen(max_length=length):
            return f"at most {length}"
        case Live(group=group):
            return f"one of the {group} that are present"
        case at.GroupedMetadata():
            return ", ".join(filter(None, map(_limit, item)))
    return ""
