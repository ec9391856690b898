"""Function values for tests, from a body; nothing here passes the policy."""

import ast

from ldc.author.source import read_function
from ldc.ir import Function
from tests.toy import TOY

HEAD = '''from tests.toy.state import Path, Pick, State


def {name}(state: State, steps: int) -> {returns}:
    """Do it.

    Use it when the air is calm.
    """
'''


def written(body: str, name: str = "go", returns: str = "int") -> Function:
    """Return a function of `state` and `steps` with that body."""
    source = HEAD.format(name=name, returns=returns)
    source += "".join(f"    {line}\n" for line in body.splitlines())
    ast.parse(source)
    return read_function(source, task=TOY, stage="pick", path=f"pick/{name}.py")
