"""Puts a head above code that a teacher wrote without one: a body, or a value alone."""

import ast

from ldc.author.definition import PROPERTY


def headed(code: str, head: str) -> str:
    """Return code that has no definition as the body of one; other code as it is.

    Args:
        code: It parses.
        head: `def name(...) -> Type:`, what was asked for.

    Example:
        >>> print(headed("x = ball + 1", "def pick(ball: int) -> int:"), end="")
        def pick(ball: int) -> int:
            x = ball + 1
            return x
    """
    tree = ast.parse(code)
    kept = [n for n in tree.body if not isinstance(n, ast.Import | ast.ImportFrom)]
    if not kept or any(isinstance(n, ast.FunctionDef) for n in kept):
        return code
    last = kept[-1]
    match last:
        case ast.Expr(value=value):
            kept[-1] = ast.Return(value)
        case (
            ast.Assign(targets=[ast.Name(id=name)])
            | ast.AnnAssign(target=ast.Name(id=name))
        ):
            kept.append(ast.Return(ast.Name(name)))
    lines = "\n".join(ast.unparse(ast.fix_missing_locations(n)) for n in kept)
    body = "\n".join(f"    {line}" if line else "" for line in lines.split("\n"))
    return f"{head}\n{body}\n"


def as_property(code: str, name: str) -> str:
    """Return a check under the name of a property, where it has another one.

    Args:
        code: It parses.
        name: Of the property.
    """
    made = [n.name for n in ast.parse(code).body if isinstance(n, ast.FunctionDef)]
    public = [one for one in made if not one.startswith("_")]
    if len(public) != 1 or public[0].startswith(PROPERTY):
        return code
    return code.replace(f"def {public[0]}(", f"def {name}(", 1)
