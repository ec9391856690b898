"""Puts what a file's own names for types stand for into an annotation, as text."""

import ast
from collections.abc import Mapping

FORMS = (ast.Subscript, ast.Name, ast.BinOp, ast.Constant, ast.UnaryOp)
"""What a type, or a bound of one, is written as."""

LARGEST = 500
"""Nodes of an alias; names of names could stand for a text without end."""


def aliases_of(tree: ast.Module) -> Mapping[str, ast.expr]:
    r"""Return name -> what it stands for, of names that a file binds once, by `=`.

    Example:
        >>> tree = ast.parse("Most = 3\nSteps: TypeAlias = Annotated[int, Le(Most)]")
        >>> ast.unparse(aliases_of(tree)["Steps"])
        'Annotated[int, Le(3)]'
    """
    found: dict[str, ast.expr] = {}
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                pass
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                pass
            case _:
                continue
        if not isinstance(value, FORMS):
            continue
        if name in found:
            del found[name]  # bound twice: no alias
            continue
        value = expanded(value, found)
        if sum(1 for _ in ast.walk(value)) <= LARGEST:
            found[name] = value
    return found


def expanded(node: ast.expr, aliases: Mapping[str, ast.expr]) -> ast.expr:
    """Return an annotation with what its names stand for; the node stays as it is."""
    if not any(isinstance(n, ast.Name) and n.id in aliases for n in ast.walk(node)):
        return node
    # A copy by its text: nodes of the alias may come to stand in it many times.
    text = ast.unparse(node)
    copied = ast.parse(text, mode="eval").body
    return ast.fix_missing_locations(ast.copy_location(_put(copied, aliases), node))


def _put(node: ast.expr, aliases: Mapping[str, ast.expr]) -> ast.expr:
    put = _Put(aliases).visit(node)
    assert isinstance(put, ast.expr)
    return put


class _Put(ast.NodeTransformer):
    def __init__(self, aliases: Mapping[str, ast.expr]) -> None:
        self.aliases = aliases

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.aliases.get(node.id, node)
