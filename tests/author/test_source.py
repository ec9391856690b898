"""A function file becomes a value, or an error that says how to mend it."""

from pathlib import Path
from typing import Annotated, Literal

import pytest
from annotated_types import Ge, Le

from ldc.author import author
from ldc.author.source import read_folder, read_function, read_properties
from ldc.errors import SourceError
from ldc.ir import Function, digest
from tests.toy import TOY
from tests.toy.state import Path as BallPath
from tests.toy.state import Pick, State

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "toy" / "base"
BRACE = (BASE / "walk" / "brace.py").read_text("utf-8")


def read(source: str, name: str = "brace") -> Function:
    """Read a text as a file of the walk stage."""
    return read_function(source, task=TOY, stage="walk", path=f"walk/{name}.py")


def test_a_folder_is_read_in_stage_order_then_by_name() -> None:
    names = [function.name for function in author(TOY, BASE, ROOT)]
    assert names == ["take_ball", "take_first", "brace", "stroll"]


def test_a_function_carries_its_types_and_its_manual() -> None:
    brace = read(BRACE)
    assert str(brace) == (
        "brace(state: State, pick: Pick, steps: Annotated[int, Ge(1), Le(3)]) -> Path"
    )
    state, pick, steps = brace.signature.parameters
    assert state.annotation is State
    assert pick.annotation == Pick
    assert steps.annotation == Annotated[int, Ge(1), Le(3)]
    assert brace.signature.returns == BallPath
    assert brace.summary == "Lean into the wind and reach the ball in small steps."
    assert brace.condition == "the wind is strong"
    assert brace.digest == digest("toy", "walk", BRACE)


def test_its_properties_are_functions_too() -> None:
    (steps,) = read_properties(read(BRACE), task=TOY)
    assert steps.name == "always_as_many_steps"
    assert steps.signature.returns is bool


@pytest.mark.parametrize(
    ("spelled", "resolved"),
    [
        ("tuple[int, ...]", tuple[int, ...]),
        ("Pick | None", Pick | None),
        ("Literal['a', -1, True]", Literal["a", -1, True]),
        ("Annotated[float, Ge(-0.5)]", Annotated[float, Ge(-0.5)]),
        ("tuple[State, tuple[bool, str]]", tuple[State, tuple[bool, str]]),
    ],
)
def test_annotations_resolve_without_running_the_file(
    spelled: str, resolved: object
) -> None:
    brace = read(BRACE.replace("Annotated[int, Ge(1), Le(3)]", spelled))
    assert brace.signature.parameters[2].annotation == resolved


@pytest.mark.parametrize(
    ("before", "after", "where", "what"),
    [
        ("return (pick,)", "return (pick", "25:12", "'return (pick * steps'"),
        ("def brace", "def _brace", "1:1", "this has none"),
        ("def always_", "def ", "31:1", "this has brace, as_many_steps"),
        ("pick: Pick, ", "pick, ", "8:25", "'pick' of 'brace' has no annotation"),
        (" -> Path", "", "8:1", "'brace' does not say what it returns"),
        ("pick: Pick, ", "pick: Pik, ", "8:31", "'Pik' does not resolve"),
        ("pick: Pick, ", "pick: 'Pick', ", "8:31", "is not a type"),
        ("pick: Pick, ", "pick: list[int], ", "8:31", "'list' is open"),
        ("pick: Pick, ", "pick: open('x'), ", "8:31", "'open' is not a constraint"),
        ("steps: A", "*steps: A", "8:1", "arguments that a call cannot name"),
        ("Use it when", "Call it if", "8:1", "does not say when to use it"),
    ],
)
def test_a_file_that_is_not_one_function(
    before: str, after: str, where: str, what: str
) -> None:
    source = BRACE.replace(before, after, 1)
    with pytest.raises(SourceError) as caught:
        read(source)
    assert caught.value.where == f"walk/brace.py:{where}"
    assert what in caught.value.what
    assert caught.value.mend


def test_a_name_that_is_not_the_file_name() -> None:
    with pytest.raises(SourceError, match="function 'brace' stands in a file named"):
        read(BRACE, name="lean")


def test_a_missing_manual() -> None:
    with pytest.raises(SourceError, match="'brace' has no docstring"):
        read("def brace() -> int:\n    return 1\n")


@pytest.mark.parametrize("source", ["x = '\0'", "(" * 5000, "x = " + "-" * 50000 + "1"])
def test_a_text_that_breaks_the_parser_is_an_error_too(source: str) -> None:
    with pytest.raises(SourceError):
        read(source)


def test_a_folder_with_something_else_in_it(tmp_path: Path) -> None:
    (tmp_path / "wlak").mkdir()
    with pytest.raises(SourceError, match="did you mean 'walk'"):
        read_folder(TOY, tmp_path, tmp_path)
    (tmp_path / "wlak").rename(tmp_path / "walk")
    (tmp_path / "stray.py").write_text("")
    with pytest.raises(SourceError, match=r"stray.py:1:1: 'stray.py' belongs to no"):
        read_folder(TOY, tmp_path, tmp_path)


def test_two_functions_of_one_name(tmp_path: Path) -> None:
    for stage in ("pick", "walk"):
        (tmp_path / stage).mkdir()
        (tmp_path / stage / "brace.py").write_text(BRACE)
    with pytest.raises(SourceError, match="'brace' is also in pick/brace.py"):
        read_folder(TOY, tmp_path, tmp_path)


def test_bytes_that_are_not_text(tmp_path: Path) -> None:
    (tmp_path / "walk").mkdir()
    (tmp_path / "walk" / "brace.py").write_bytes(b"# caf\xe9\n")
    with pytest.raises(SourceError, match="byte 5 is 0xe9, not UTF-8"):
        read_folder(TOY, tmp_path, tmp_path)
