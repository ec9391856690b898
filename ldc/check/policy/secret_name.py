"""LDC030 secret-name: a way into the interpreter behind a value.

What it does: refuses attributes that begin with `_` or lead to frames and code, also in
class patterns of `match`; names and keywords that begin with `__`; and modules that
show frames, as `inspect`.

Why: from `__class__` it is four steps to everything that Python can do.

Not good:

    return (len(pick.__class__.__mro__),)

Good: ask with `isinstance`, or by a pattern.

    return (1 if isinstance(pick, int) else 2,)
"""

import ast
from collections.abc import Iterator

from ldc.check.policy.language import TUPLES, listed
from ldc.check.policy.text import Seen, Text

FRAMES = listed("""
    ag_code ag_frame co_code co_consts co_names cr_code cr_frame f_back f_builtins
    f_code f_globals f_locals f_trace gi_code gi_frame gi_yieldfrom mro tb_frame tb_next
    """)
"""Attributes that lead to frames and code."""

MODULES = listed("dis gc inspect traceback types weakref")
"""Modules that do."""

MEND = "use the value itself; ask for its type with `isinstance` or `match`"


def secret_name(text: Text) -> Iterator[Seen]:
    """Yield each name that leads behind a value."""
    for one in text.imports:
        if one.package in MODULES:
            yield one.node, f"{one.module!r} shows frames and code", MEND
    for attribute in text.of(ast.Attribute):
        if is_secret(attribute.attr, text) and not _is_parents(attribute):
            yield attribute, f"{attribute.attr!r} leads behind the value", MEND
    for pattern in text.of(ast.MatchClass):
        for name in pattern.kwd_attrs:
            if is_secret(name, text):
                yield pattern, f"{name!r} leads behind the value", MEND
    for keyword in text.of(ast.keyword):
        if keyword.arg and keyword.arg.startswith("__"):
            yield keyword, f"{keyword.arg!r} leads behind the value", MEND
    slots = {id(node) for one in text.classes for node in one.fields}
    for node in text.of(ast.Name):
        own = node.id == "__import__" or id(node) in slots  # told by others
        if node.id.startswith("__") and not own:
            yield node, f"{node.id!r} is Python's own", "use another name"
    # Which of Python's own methods a class may have, LDC036 says.
    methods = {id(method) for one in text.classes for method in one.methods}
    for bound, name in text.bindings:
        known = isinstance(bound, ast.Name | ast.alias) or id(bound) in methods
        if name.startswith("__") and not known:
            yield bound, f"{name!r} is Python's own", "use another name"


def _is_parents(attribute: ast.Attribute) -> bool:
    """Say whether it is `super().__init__`."""
    match attribute:
        case ast.Attribute(ast.Call(ast.Name("super"), [], []), "__init__"):
            return True
    return False


def is_secret(attribute: str, text: Text) -> bool:
    """Say whether an attribute leads behind a value; a field of the task does not."""
    if attribute.startswith("_"):
        own = attribute in TUPLES or attribute in text.members
        return not own or attribute.startswith("__")
    return attribute in FRAMES and attribute not in text.attributes
