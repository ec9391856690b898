"""Frames a teacher's code: the head is the ask's, a row of like parts is put together.

A small teacher writes one part of a row better than a row: whom *one* hunter chases.
So it is asked for a function of a `place`, and for a property of one `answer`.
"""

import ast

from ldc.author.asks import Ask
from ldc.author.source import PROPERTY

PLACE, ANSWER = "place", "answer"
"""What a part of a row is decided by, and what a property is told of."""


def framed_body(code: str, given: list[str], ask: Ask) -> tuple[list[str], str]:
    """Return the helpers of a body, and the body of the whole result.

    Args:
        code: The teacher's body, indented by four.
        given: The parameters that the teacher's function takes.
        ask: What was asked for.
    """
    names = names_in(code)
    read = [name for name in _known(ask) if name in names]
    if not ask.member or not (ask.parts or PLACE in (*given, *names)):
        return [], code
    helper = f"_{ask.stage.result.removesuffix('s')}"
    made = f"def {helper}({_typed(read, ask)}) -> {ask.member}:\n{code}"
    calls = [f"{helper}({_passed(read, ask, place)})" for place in range(ask.places)]
    if len({*calls}) == 1:
        same = ", ".join(["part"] * ask.places)
        return [made], f"    part = {calls[0]}\n    return {same}\n"
    return [made], f"    return {', '.join(calls)}\n"


def framed_property(
    own: str, code: str, given: list[str], name: str, ask: Ask
) -> tuple[list[str], str]:
    """Return the helpers of a property, and the property.

    Args:
        own: Its name.
        code: Its body, indented by four.
        given: The parameters that the teacher's property takes.
        name: The function that it is about.
        ask: What was asked for.
    """
    head = f"def {own}({ask.head}) -> bool:"
    call = f"{name}({ask.passed})"
    names = names_in(code)
    if ANSWER not in given:
        return [], f"{head}\n{code}"
    if not ask.member:
        return [], f"{head}\n    {ANSWER} = {call}\n{code}"
    read = [name for name in (*_known(ask), ANSWER) if name in names]
    helper = f"_{own.removeprefix(PROPERTY)}"
    made = f"def {helper}({_typed(read, ask)}) -> bool:\n{code}"
    told = _passed(read, ask, PLACE)
    loop = f"for {ANSWER} in {call}"
    if PLACE in names_in(told):
        loop = f"for {PLACE}, {ANSWER} in enumerate({call})"
    return [made], f"{head}\n    return all({helper}({told}) {loop})\n"


def names_in(code: str) -> set[str]:
    """Return the names that a piece of code has; attributes and texts have none.

    Args:
        code: It parses, at the margin or as the body of a function.
    """
    try:
        nodes = ast.walk(ast.parse(code))
    except SyntaxError:
        nodes = ast.walk(ast.parse(f"def _():\n{code}"))
    return {node.id for node in nodes if isinstance(node, ast.Name)}


def rows_in(code: str, ask: Ask) -> set[str]:
    """Return the parameters that a piece of code hangs on, by itself or by parts."""
    names = names_in(code)
    parts = [part.at(0) for part in ask.parts if part.name in names]
    return names.union(*map(names_in, parts))


def _known(ask: Ask) -> list[str]:
    """Return the names that a part of a row may read."""
    parts = [part.name for part in ask.parts]
    return [*(name for name, _ in ask.parameters), *parts, PLACE]


def _passed(names: list[str], ask: Ask, place: object) -> str:
    """Return what a call for a place passes on."""
    values = {part.name: part.at(place) for part in ask.parts} | {PLACE: str(place)}
    return ", ".join(values.get(name, name) for name in names)


def _typed(names: list[str], ask: Ask) -> str:
    kinds = {
        **dict(ask.parameters),
        **{part.name: part.kind for part in ask.parts},
        PLACE: "int",
        ANSWER: ask.member,
    }
    return ", ".join(f"{name}: {kinds[name]}" for name in names)
