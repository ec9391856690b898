"""What a function file may use: modules and their names, and builtins.

The policy of `check` refuses a file that names anything else; in the jail, nothing else
is there to be named.
"""

from collections.abc import Mapping

MODULES: Mapping[str, tuple[str, ...]] = {
    "annotated_types": (
        *("Ge", "Gt", "Le", "Lt", "Interval", "Len", "MaxLen", "MinLen", "MultipleOf"),
    ),
    "collections": ("Counter", "OrderedDict", "defaultdict", "deque"),
    "collections.abc": (
        *("Callable", "Collection", "Iterable", "Iterator", "Mapping", "Sequence"),
    ),
    "dataclasses": ("replace",),
    "enum": (),
    "functools": ("cmp_to_key", "partial", "reduce"),
    "itertools": (
        *("accumulate", "chain", "combinations", "combinations_with_replacement"),
        *("compress", "count", "cycle", "dropwhile", "filterfalse", "groupby"),
        *("islice", "pairwise", "permutations", "product", "repeat", "starmap"),
        *("takewhile", "tee", "zip_longest"),
    ),
    "math": (
        *(
            "acos",
            "asin",
            "atan",
            "atan2",
            "ceil",
            "comb",
            "copysign",
            "cos",
            "degrees",
        ),
        *("dist", "e", "exp", "fabs", "factorial", "floor", "fmod", "fsum", "gcd"),
        *("hypot", "inf", "isclose", "isfinite", "isinf", "isnan", "isqrt", "lcm"),
        *(
            "log",
            "log10",
            "log2",
            "perm",
            "pi",
            "pow",
            "prod",
            "radians",
            "sin",
            "sqrt",
        ),
        *("tan", "tau", "trunc"),
    ),
    "typing": ("Annotated", "Final", "Literal", "Optional", "Union", "assert_never"),
}
"""Module -> the names that may be imported from it; not one of them does I/O."""

BUILTINS: tuple[str, ...] = (
    *("AssertionError", "IndexError", "KeyError", "OverflowError", "ValueError"),
    *("ZeroDivisionError", "abs", "all", "any", "bool", "dict", "divmod", "enumerate"),
    *(
        "filter",
        "float",
        "frozenset",
        "int",
        "isinstance",
        "iter",
        "len",
        "list",
        "map",
    ),
    *("max", "min", "next", "pow", "range", "reversed", "round", "set", "slice"),
    *("sorted", "str", "sum", "tuple", "zip"),
)
"""Builtin functions and types; no `open`, `eval`, `getattr`, `type`, `print`."""
