"""The part of a function file that callers meet, as text: no properties, no comments.

A student is trained on names, types, manuals and what calls return. Adding a property
or a blank line changes none of these, and must not make its policy unfit.
"""

import ast

from ldc.author.source import PROPERTY
from ldc.ir import Function


def meaning_of(function: Function) -> str:
    """Return the syntax tree of a file as text, without its properties.

    Imports count only if what is left uses them.
    """
    tree = ast.parse(function.source)
    kept = [node for node in tree.body if not _is_property(node)]
    code = [node for node in kept if not isinstance(node, ast.Import | ast.ImportFrom)]
    used = {
        name.id
        for node in code
        for name in ast.walk(node)
        if isinstance(name, ast.Name)
    }
    told = [ast.dump(node, annotate_fields=False) for node in code]
    for node in kept:
        if isinstance(node, ast.Import | ast.ImportFrom):
            home = getattr(node, "module", "")
            told += [
                f"{home} {ast.dump(alias, annotate_fields=False)}"
                for alias in node.names
                if (alias.asname or alias.name.split(".")[0]) in used
            ]
    return "\n".join(sorted(told[len(code) :]) + told[: len(code)])


def _is_property(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name.startswith(PROPERTY)
