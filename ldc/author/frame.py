"""Frames a teacher's code: the head is the ask's, a row of like parts is put together.

A small teacher writes one part of a row better than a row: whom *one* hunter chases.
So it is asked for a function of a `place`, and for a property of one `answer`.
"""

import re

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
    if not ask.member or PLACE not in (*given, *names):
        return [], code
    helper = f"_{ask.stage.result.removesuffix('s')}"
    read = [n for n in (*(n for n, _ in ask.parameters), PLACE) if n in names]
    made = f"def {helper}({_typed(read, ask)}) -> {ask.member}:\n{code}"
    if PLACE not in read:
        same = ", ".join(["part"] * ask.places)
        return [made], f"    part = {helper}({', '.join(read)})\n    return {same}\n"
    each = [
        f"{helper}({', '.join(str(i) if n == PLACE else n for n in read)})"
        for i in range(ask.places)
    ]
    return [made], f"    return {', '.join(each)}\n"


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
    read = [n for n in (*(n for n, _ in ask.parameters), PLACE, ANSWER) if n in names]
    helper = f"_{own.removeprefix(PROPERTY)}"
    made = f"def {helper}({_typed(read, ask)}) -> bool:\n{code}"
    loop = f"for {ANSWER} in {call}"
    if PLACE in read:
        loop = f"for {PLACE}, {ANSWER} in enumerate({call})"
    return [made], f"{head}\n    return all({helper}({', '.join(read)}) {loop})\n"


def names_in(code: str) -> set[str]:
    """Return the names that a piece of code has, attributes left out."""
    return set(re.findall(r"(?<![.\w])[A-Za-z_]\w*", code))


def _typed(names: list[str], ask: Ask) -> str:
    kinds = {**dict(ask.parameters), PLACE: "int", ANSWER: ask.member}
    return ", ".join(f"{name}: {kinds[name]}" for name in names)
