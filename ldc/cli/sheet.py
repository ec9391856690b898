"""Prints a proof sheet: the function, what was tried on it, and what came of that."""

from collections.abc import Iterator
from textwrap import fill, indent

from rich.console import Console
from rich.syntax import Syntax
from rich.text import Text

from ldc.check.findings import SHOWN
from ldc.check.mutants import survivor_text
from ldc.ir import Verdict
from ldc.sheet import Sheet

COLOUR = {"accepted": "green", "rejected": "red", "not_shown": "yellow"}
MARK = {"pass": "green", "fail": "red", "error": "red", "skipped": "yellow"}

WIDE = 10
"""Columns of the names on the left."""


def print_sheet(sheet: Sheet) -> None:
    """Print a sheet for people, in colours when a person looks."""
    console = Console(highlight=False, soft_wrap=True)
    for part in _parts(sheet):
        console.print(part)


def _parts(sheet: Sheet) -> Iterator[Text]:
    function = sheet.verdict.function
    if not sheet.code:
        yield Text(f"{function.path} holds no function\n", "bold")
        yield from (Text(f"{finding}") for finding in sheet.verdict.findings)
        return
    yield Text(str(function), "bold")
    yield Text(f"{function.path}, {sheet.origin}\n")
    yield Text(f"{indent(sheet.manual, '  ')}\n")
    yield _numbered(sheet)
    yield Text()
    for name, told in _rows(sheet):
        yield Text.assemble((f"{name:{WIDE}}", "bold"), told)
    for finding in sheet.verdict.findings:
        yield Text(f"\n{finding}")
    codes = {finding.code for finding in sheet.verdict.findings}
    survivors = sheet.verdict.survivors[SHOWN if "LDC501" in codes else 0 :]
    if survivors:
        yield Text("\nWhich property tells these wrong versions apart?")
    for survivor in survivors:
        yield Text(f"\n{survivor_text(survivor)}")


def _rows(sheet: Sheet) -> Iterator[tuple[str, Text]]:
    verdict = sheet.verdict
    outcome = verdict.outcome.replace("_", " ")
    took = "kept from an earlier run" if verdict.cached else f"{verdict.seconds:.2f} s"
    yield "verdict", Text.assemble((outcome, COLOUR[verdict.outcome]), f", {took}")
    for status, colour in MARK.items():
        gates = [gate for gate, ended in verdict.gates if ended == status]
        if gates:
            told = fill(", ".join(gates), 80 - WIDE, subsequent_indent=" " * WIDE)
            yield status, Text(told, colour)
    yield "examples", Text(f"{verdict.examples} inputs")
    yield "branches", Text(_branches(verdict))
    yield "mutants", Text(_mutants(verdict))
    if verdict.microseconds:
        yield "a call", Text(f"{verdict.microseconds:.3g} µs, with its steps counted")
    yield "grammar", Text(sheet.production or "not in it")


def _branches(verdict: Verdict) -> str:
    if not verdict.branches:
        return "none"
    reached = verdict.branches - len(verdict.unreached)
    lines = ", ".join(map(str, verdict.unreached))
    missed = f"; not reached: line {lines}" if lines else ""
    return f"{reached} of {verdict.branches} reached{missed}"


def _mutants(verdict: Verdict) -> str:
    if not verdict.mutants_total:
        return "none"
    share = verdict.mutants_killed / verdict.mutants_total
    return f"{verdict.mutants_killed} of {verdict.mutants_total} killed ({share:.0%})"


def _numbered(sheet: Sheet) -> Text:
    """Return the code in colours, each line with its number in the file."""
    code = "\n".join(line for _, line in sheet.code)
    syntax = Syntax("", "python", theme="ansi_dark", background_color="default")
    lines = syntax.highlight(code).split("\n", allow_blank=True)
    numbered, before = [], 0
    for (number, _), line in zip(sheet.code, lines, strict=False):
        if number > before + 1:
            numbered.append(Text("   ⋮  the manual", "dim"))
        numbered.append(Text.assemble((f"{number:4}  ", "dim"), line))
        before = number
    return Text("\n").join(numbered)
