"""The language of function files: its syntax, attributes, and what to write instead."""

NODES = frozenset(
    {
        *("Module", "Expression", "FunctionDef", "Return", "Assign", "AnnAssign"),
        *("AugAssign", "For", "While", "If", "Pass", "Break", "Continue", "Expr"),
        *("Assert", "Import", "ImportFrom", "alias", "arguments", "arg", "keyword"),
        *("BoolOp", "NamedExpr", "BinOp", "UnaryOp", "Lambda", "IfExp", "Dict", "Set"),
        *(
            "ListComp",
            "SetComp",
            "DictComp",
            "GeneratorExp",
            "comprehension",
            "Compare",
        ),
        *("Call", "JoinedStr", "FormattedValue", "Constant", "Attribute", "Subscript"),
        *("Starred", "Name", "List", "Tuple", "Slice", "Load", "Store", "And", "Or"),
        *("Add", "Sub", "Mult", "Div", "FloorDiv", "Mod", "Pow", "LShift", "RShift"),
        *("BitOr", "BitXor", "BitAnd", "Invert", "Not", "UAdd", "USub", "Eq", "NotEq"),
        *(
            "Lt",
            "LtE",
            "Gt",
            "GtE",
            "Is",
            "IsNot",
            "In",
            "NotIn",
            "Match",
            "match_case",
        ),
        *("MatchValue", "MatchSingleton", "MatchSequence", "MatchStar", "MatchAs"),
        *("MatchOr", "Try", "ExceptHandler"),
    }
)
"""Kinds of syntax."""

CAUGHT = ("IndexError", "KeyError", "OverflowError", "ValueError", "ZeroDivisionError")
"""Exceptions that may be caught: those that say something about a value."""

METHODS = frozenset(
    {
        *("add", "append", "appendleft", "as_integer_ratio", "bit_count", "bit_length"),
        *("capitalize", "clear", "copy", "count", "difference", "discard", "elements"),
        *("endswith", "extend", "extendleft", "find", "from_iterable", "get", "index"),
        *("insert", "intersection", "is_integer", "isalnum", "isalpha", "isascii"),
        *("isdecimal", "isdigit", "isdisjoint", "islower", "isspace", "issubset"),
        *("issuperset", "isupper", "items", "join", "keys", "lower", "lstrip"),
        *("most_common", "partition", "pop", "popleft", "remove", "removeprefix"),
        *("removesuffix", "replace", "reverse", "rfind", "rotate", "rpartition"),
        *("rsplit", "rstrip", "setdefault", "sort", "split", "splitlines"),
        *("startswith", "strip", "swapcase", "symmetric_difference", "title", "total"),
        *("union", "update", "upper", "values", "name", "value"),
    }
)
"""Attributes of builtin values and enums; no `format`: it reads attributes by text."""

COINS = ("random", "secrets", "time", "uuid", "datetime")
"""Modules that answer differently each time."""


FIELDS = (
    "use fields of the state, methods of str, tuple, list, dict, set, or an f-string"
)

INSTEAD = {
    "Raise": "a function answers for every input; return a value that fits",
    "ClassDef": "records live in the task's state module",
    "Global": "pass the value as a parameter",
    "Nonlocal": "return the value",
    "With": "a function opens nothing",
    "Yield": "return a tuple",
    "Delete": "make a new value without it",
}


"""Kind of syntax -> what to write for it."""
