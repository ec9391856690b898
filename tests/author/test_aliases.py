"""Names that a file gives to types stand for them, in signatures and in heads."""

import ast

import pytest

from ldc.author.aliases import aliases_of
from ldc.author.annotations import Types
from ldc.author.head import from_head, head_of
from ldc.author.source import read_function, read_properties
from ldc.errors import SourceError
from tests.check.toys import BRACE
from tests.toy import TOY

LONG = "Annotated[int, Ge(1), Le(3)]"


def with_name(line: str) -> str:
    named = BRACE.source.replace(LONG, "Steps")
    return named.replace("\n\n\ndef brace", f"\n\n{line}\n\n\ndef brace", 1)


@pytest.mark.parametrize(
    "line",
    [f"Steps = {LONG}", f"Steps: TypeAlias = {LONG}", f"MOST = 3\nSteps = {LONG}"],
)
def test_a_name_for_a_type_is_that_type(line: str) -> None:
    source = with_name(line.replace("Le(3)", "Le(MOST)") if "MOST" in line else line)
    function = read_function(source, task=TOY, stage="walk", path="walk/brace.py")
    assert function.signature == BRACE.signature
    (one,) = read_properties(function, task=TOY)
    assert one.signature.parameters == BRACE.signature.parameters
    again = from_head(
        head_of(function),
        source,
        task="toy",
        stage="walk",
        path="walk/brace.py",
        types=Types(TOY.words),
    )
    assert again == function


@pytest.mark.parametrize("line", [f"Steps = {LONG}\nSteps = int", "Steps = make()"])
def test_what_is_no_name_for_a_type_does_not_resolve(line: str) -> None:
    with pytest.raises(SourceError, match="'Steps' does not resolve"):
        read_function(with_name(line), task=TOY, stage="walk", path="walk/brace.py")


def test_names_of_names_do_not_grow_without_end() -> None:
    lines = ["T0 = int", *(f"T{n} = tuple[T{n - 1}, T{n - 1}]" for n in range(1, 99))]
    sizes = [
        sum(1 for _ in ast.walk(node))
        for node in aliases_of(ast.parse("\n".join(lines))).values()
    ]
    assert max(sizes) < 1000
