"""Slips whose meaning is plain are mended and told; nothing else is touched."""

import libcst as cst
import pytest

from ldc.author.slips import mended_slips
from ldc.tasks.pursuit import TASK

MENDED = {
    "a local hides the helper": (
        "    exits = exits(state, cell)\n    return exits[0] if exits else 'stay'\n",
        "    exits_found = exits(state, cell)\n"
        "    return exits_found[0] if exits_found else 'stay'\n",
        ["named the local exits exits_found"],
    ),
    "a value written as a name": (
        "    return stay if state.step else up()\n",
        "    return 'stay' if state.step else 'up'\n",
        ["took stay for 'stay'", "took up for 'up'"],
    ),
    "an attribute and a keyword stay": (
        "    exits = exits(state, prey=cell)\n    return state.exits, exits\n",
        "    exits_found = exits(state, prey=cell)\n"
        "    return state.exits, exits_found\n",
        ["named the local exits exits_found"],
    ),
}


@pytest.mark.parametrize(("body", "mended", "told"), MENDED.values(), ids=MENDED)
def test_a_slip_is_mended_and_told(body: str, mended: str, told: list[str]) -> None:
    changed, changes = mended_slips(definition(body), TASK, "Move")
    assert cst.Module([changed]).code == definition_text(mended)
    assert changes == told


@pytest.mark.parametrize(
    "body",
    [
        "    up = 'up'\n    return up\n",
        "    found = exits(state, cell)\n    return found\n",
        "    row = row(state)\n    return row\n",
        "    return 'stay'\n",
        "    for up in state.prey:\n        return up\n",
        "    return [up for up in state.prey]\n",
        "    match state:\n        case up:\n            return up\n",
        "    if up:\n        match state:\n            case Box(up=1):\n"
        "                return up\n",
    ],
)
def test_what_is_no_slip_stays(body: str) -> None:
    text = definition(body)
    assert mended_slips(text, TASK, "Move") == (text, [])


def definition_text(body: str) -> str:
    """Return a function with this body."""
    return f"def go(state: State, cell: Cell) -> Move:\n{body}"


def definition(body: str) -> cst.FunctionDef:
    """Return the same, parsed."""
    (node,) = cst.parse_module(definition_text(body)).body
    assert isinstance(node, cst.FunctionDef)
    return node
