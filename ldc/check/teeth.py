"""Asks whether a property can fail: it is tried on answers that are not the function's.

What its text tells is LDC406's matter; this sees the others, however they are written.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from types import CodeType
from typing import Any

from ldc.author.source import read_properties
from ldc.check.findings import finding, line_of
from ldc.check.trial import Trial, own, types_of
from ldc.ir import Finding, Function, TaskSpec, spell

MOST = 60
"""Answers that are tried at most; each is asked for every input of the property."""

MIXED = 6
"""Versions whose answers differ from input to input."""

ANSWER = "answer"
"""Name that drawn answers have among arguments."""


def toothless(function: Function, task: TaskSpec, trial: Trial) -> Iterator[Finding]:
    """Yield each property of the file that fails for no other answer.

    A version that always gives one answer cannot fail a property that compares two
    calls, so some versions choose by their arguments.
    """
    returns = function.signature.returns
    drawn = trial.pool.inputs({ANSWER: returns}, "shown")
    answers = [*dict.fromkeys(spell(row[ANSWER]) for row in drawn)][:MOST]
    if len(answers) < 2:
        return  # there is no other answer
    versions = [*_mixed(function.name, answers), *_constant(function.name, answers)]
    for one in read_properties(function, task=task):
        rows = [own(one, row) for row in trial.inputs(types_of(one))]
        if not _fails(function.name, one.name, versions, rows, trial):
            yield finding(
                function,
                "LDC408",
                line_of(function, one.name),
                f"toothless-property: {one.name!r} holds for all {len(answers)} answers"
                f" that were put in place of the function's, such as {answers[-1]}",
                "say what tells the right answer from a wrong one, or delete it",
            )


def _fails(
    name: str,
    holds: str,
    versions: Sequence[CodeType],
    rows: Sequence[Mapping[str, Any]],
    trial: Trial,
) -> bool:
    """Say whether a property fails for one of the versions of a function."""
    # Nearly all fail for the first; no more are asked than needed.
    for part in (versions[:1], versions[1:MIXED], versions[MIXED:]):
        asked = [(name, code) for code in part]
        told = trial.lab.versions(
            name, asked, examples=[], properties={holds: rows}, calls=[]
        )
        killed = [tested.killed for tested in told]  # no answer may be left unread
        if any(killed):
            return True
    return False


def _constant(name: str, answers: Sequence[str]) -> Iterator[CodeType]:
    """Yield versions that answer the same whatever they are given."""
    for answer in answers:
        yield _version(name, answer)


def _mixed(name: str, answers: Sequence[str]) -> Iterator[CodeType]:
    """Yield versions that choose one of the answers by what they are given."""
    for first in range(MIXED):
        row = ", ".join([*answers[first:], *answers[:first]])
        # Each argument counts by its place, so that no two of them can be swapped.
        number = "sum(n * ord(c) for n, c in enumerate(repr((given, named))))"
        yield _version(name, f"({row})[{number} % {len(answers)}]")


def _version(name: str, body: str) -> CodeType:
    text = f"def {name}(*given, **named):\n    return {body}"
    return compile(ast.parse(text), "<version>", "exec", dont_inherit=True)
