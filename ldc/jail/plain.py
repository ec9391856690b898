"""Values without a declared type, for texts that belong to no task.

The function's side may be generous (a record is told as its fields): all it runs is the
function's own code, in its own worker. The host's side takes plain JSON values only.
"""

import dataclasses
import enum
import math
from collections import Counter, OrderedDict, defaultdict, deque
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ldc.jail.values import MAX_BITS, MAX_ITEMS, Misfit, codec

MAX_DEPTH = 50

ROWS = (list, tuple, set, frozenset, deque, range, bytes)
"""Told as a list."""

TABLES = (dict, Counter, OrderedDict, defaultdict)
"""Told as a dict."""


def plain(value: Any, depth: int = MAX_DEPTH) -> Any:
    """Return a value as None, bools, numbers, text, lists and dicts by text.

    Args:
        value: Of exactly one of these types; also a tuple, a set, bytes, an enum's
            member, a record, a counter and its like, a fraction, a decimal.
        depth: How deep it may be nested.

    Raises:
        Misfit: It is something else, too deep, too long, or not finite.
    """
    kind = type(value)
    if value is None or kind is bool:
        return value
    if kind is int and value.bit_length() <= MAX_BITS:
        return value
    if kind is float and math.isfinite(value):
        return value
    if kind is str and codec(str).encode(value) is value:
        return value
    if not depth:
        raise Misfit(kind.__name__, f"at most {MAX_DEPTH} deep")
    if kind in ROWS and len(value) <= MAX_ITEMS:
        return [plain(part, depth - 1) for part in value]
    if kind in TABLES and len(value) <= MAX_ITEMS:
        return {_key(key): plain(part, depth - 1) for key, part in value.items()}
    if kind in (Decimal, Fraction):
        return str(value)
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return [plain(part, depth - 1) for part in tuple(value)]
    if issubclass(kind, enum.Enum):
        return plain(value.value, depth - 1)
    if dataclasses.is_dataclass(kind):
        fields = dataclasses.fields(kind)
        return {f.name: plain(getattr(value, f.name), depth - 1) for f in fields}
    raise Misfit(kind.__name__, "a plain value")


def _key(key: Any) -> str:
    if type(key) is tuple:
        return str(plain(key))
    if key is None or type(key) in (str, int, bool, float):
        return str(key)
    raise Misfit(type(key).__name__, "a plain key")
