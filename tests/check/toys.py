"""The toy base, and versions of `brace` that are wrong in one way."""

from pathlib import Path

from ldc.author import author
from ldc.author.source import read_function
from ldc.check import check
from ldc.ir import Function, Verdict
from tests.toy import TOY, make_state

ROOT = Path(__file__).parents[2]
BASE = author(TOY, ROOT / "tests" / "toy" / "base", ROOT)
STATES = tuple(make_state(seed) for seed in range(30))
BRACE = next(function for function in BASE if function.name == "brace")


def changed(*edits: tuple[str, str]) -> Function:
    """Return `brace` with texts replaced, each of which must be there."""
    source = BRACE.source
    for before, after in edits:
        assert before in source
        source = source.replace(before, after, 1)
    return read_function(source, task=TOY, stage="walk", path=BRACE.path)


def with_body(body: str) -> Function:
    """Return `brace` with another body."""
    indented = body.replace("\n", "\n    ")
    return changed(("return (pick,) * steps", indented))


def verdict_on(function: Function, project: Path) -> Verdict:
    """Return the verdict on one function; the plant has tests of its own."""
    (verdict,) = check(TOY, (function,), root=project, states=STATES, planted=False)
    return verdict
