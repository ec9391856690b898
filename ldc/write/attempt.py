"""Makes a file that the gates can judge of a draft: examples, mends, layout."""

from collections.abc import Mapping, Sequence
from typing import Any

from ldc.author.asks import Ask
from ldc.author.draft import Draft
from ldc.author.layout import laid_out
from ldc.author.source import read_function
from ldc.check.fix import mended
from ldc.check.inputs import Arguments
from ldc.check.policy import policy
from ldc.check.source_gate import source_gate
from ldc.check.trial import own
from ldc.errors import JailError, SourceError
from ldc.ir import Function, TaskSpec, spell
from ldc.jail import CallFailed, Lab, Returned
from ldc.write.facts import Sample

EXAMPLES = 2
"""Calls that a manual shows, with different results where there are any."""


def function_of(draft: Draft, ask: Ask, task: TaskSpec, sample: Sample) -> Function:
    """Return the function of a draft, its manual with examples that were called.

    The calls run in the jail, and only when the policy allows the text. A function that
    answers none of them is returned without examples.

    Raises:
        SourceError: The text is not one function.
    """
    path = f"function_base/{task.name}/{ask.stage.name}/{draft.name}.py"

    def read(source: str) -> Function:
        return read_function(source, task=task, stage=ask.stage.name, path=path)

    plain = read(draft.source())
    if any(source_gate(plain, task)) or any(policy(plain, task)):
        return plain
    shown = _called(plain, sample, ask)
    if shown:
        lines = "\n".join(f"        >>> {call}\n        {told}" for call, told in shown)
        plain = read(draft.source(f"\n    Example:\n{lines}\n"))
    try:
        return read(laid_out(mended(plain, task)))
    except SourceError:
        return plain


def _called(function: Function, sample: Sample, ask: Ask) -> list[tuple[str, str]]:
    """Return calls and what a REPL prints for them: the shortest, results differing."""
    extra = {
        p.name: p.annotation
        for p in function.signature.parameters
        if p.name != "state" and p.name not in _results(sample.task)
    }
    drawn = sample.arguments(ask.stage, extra)
    rows = sorted((own(function, row) for row in drawn), key=_length)
    try:
        with Lab(sample.task, (function,)) as lab:
            answers = lab.batch(function.name, rows)
    except (CallFailed, JailError):
        return []
    shown: dict[str, str] = {}
    for row, answer in zip(rows, answers, strict=True):
        if isinstance(answer, Returned) and repr(answer.value) not in shown:
            shown[repr(answer.value)] = f"{function.name}({_spelled(row)})"
    return [(call, told) for told, call in shown.items()][:EXAMPLES]


def _results(task: TaskSpec) -> Sequence[str]:
    return [stage.result for stage in task.stages]


def _length(row: Arguments) -> tuple[int, str]:
    text = repr(row)
    return len(text), text


def _spelled(row: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={spell(value)}" for name, value in row.items())
