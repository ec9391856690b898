"""The language of function files: its syntax, its own names, and what has a dot."""

import builtins
import dataclasses
import enum
from collections.abc import Mapping
from typing import Any


def listed(words: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(words.split())


OWN = frozenset(dir(builtins)) - {"_"}
"""Python's own names; `_` is there only while a prompt or a doctest shows results."""

NODES = listed("""
    Module Expression FunctionDef ClassDef Return Assign AnnAssign AugAssign For While
    If Pass Break Continue Expr Assert Import ImportFrom Raise Delete alias arguments
    arg keyword BoolOp NamedExpr BinOp UnaryOp Lambda IfExp Dict Set ListComp SetComp
    DictComp GeneratorExp comprehension Compare Call JoinedStr FormattedValue Constant
    Attribute Subscript Starred Name List Tuple Slice Yield YieldFrom And Or Add Sub
    Mult Div FloorDiv Mod Pow LShift RShift BitOr BitXor BitAnd Invert Not UAdd USub Eq
    NotEq Lt LtE Gt GtE Is IsNot In NotIn Match match_case MatchValue MatchSingleton
    MatchSequence MatchMapping MatchClass MatchStar MatchAs MatchOr Try ExceptHandler
    Nonlocal
    """)
"""Kinds of syntax."""

MUTATORS = listed("""
    add append appendleft clear difference_update discard extend extendleft insert
    intersection_update move_to_end pop popitem popleft remove reverse rotate setdefault
    sort subtract symmetric_difference_update update
    """)
"""Methods that change what they are called on."""

CHANGERS = listed("""
    heapify heappop heappush heappushpop heapreplace insort insort_left insort_right
    """)
"""Functions that change their first argument."""

TUPLES = listed("_asdict _fields _make _replace")
"""What tuples with names have; the underscore keeps it apart from their fields."""

METHODS = (MUTATORS | TUPLES) | listed("""
    args as_integer_ratio as_tuple bit_count bit_length capitalize casefold center
    close conjugate copy count decode denominator difference elements encode end
    endswith expandtabs find findall finditer flags from_bytes from_iterable fromhex
    fromkeys fullmatch get group groupdict groupindex groups hex imag index indices
    intersection is_integer is_nan isalnum isalpha isascii isdecimal isdigit
    isdisjoint isidentifier islower isnumeric isprintable isspace issubset
    issuperset istitle isupper items join keys lastgroup lastindex limit_denominator
    ljust lower lstrip maketrans maps match maxlen most_common name new_child
    normalize numerator parents partition pattern quantize real removeprefix
    removesuffix replace rfind rindex rjust rpartition rsplit rstrip search send
    span split splitlines sqrt start startswith step stop string strip sub subn
    swapcase symmetric_difference title to_bytes to_integral_value total translate
    union upper value values zfill
    """)
"""Attributes of builtin values, enums, patterns and their matches; no `format`: it
reads attributes by text."""

CAUGHT = (
    *("ArithmeticError", "AssertionError", "IndexError", "KeyError", "LookupError"),
    *("OverflowError", "StopIteration", "TypeError", "ValueError"),
    "ZeroDivisionError",
)
"""Exceptions that may be caught: those that say something about a value."""


def words_of(words: Mapping[str, Any]) -> frozenset[str]:
    """Return the fields, members and methods of the task's own classes."""
    found: set[str] = set()
    for value in words.values():
        if not isinstance(value, type):
            continue
        if dataclasses.is_dataclass(value):
            found |= {field.name for field in dataclasses.fields(value)}
        if dataclasses.is_dataclass(value) or issubclass(value, enum.Enum):
            found |= {name for name in vars(value) if not name.startswith("_")}
    return frozenset(found)
