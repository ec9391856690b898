"""Which formats there are, and a task or a table of functions written in one."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Literal, get_args

from ldc.constrain.export.gbnf import gbnf, gbnf_of_step
from ldc.constrain.export.json_schema import Manuals, json_schema, json_schema_of_step
from ldc.constrain.export.openai_tools import openai_tools
from ldc.constrain.export.step import ALL_STATES, Lines, lines_of
from ldc.constrain.lark import line_grammar
from ldc.constrain.productions import Head, either
from ldc.constrain.whole import compile_grammar, step_grammar
from ldc.errors import GrammarError, did_you_mean
from ldc.ir import FunctionBase, TaskSpec

Format = Literal["lark", "gbnf", "xgrammar", "json-schema", "openai-tools"]

FORMATS: tuple[str, ...] = get_args(Format)


def export_heads(
    heads: Iterable[Head], form: Format, manuals: Manuals | None = None
) -> str:
    """Write a table of functions, of which one is called.

    Args:
        heads: One a function.
        form: The format.
        manuals: Function name -> description, for the formats that carry one.

    Raises:
        GrammarError: the format cannot say a type or a name of the table.
    """
    match form:
        case "lark":
            return line_grammar(heads)
        case "gbnf" | "xgrammar":
            return gbnf(heads)
        case "json-schema":
            return _as_text(json_schema(heads, manuals))
        case "openai-tools":
            return _as_text(openai_tools(heads, manuals))


def export_task(
    task: TaskSpec,
    base: FunctionBase,
    form: Format,
    stage: str = "",
    state: Any = ALL_STATES,
) -> str:
    """Write the calls of a task.

    Without a state, live objects are any value within their bounds, and a stage that
    repeats has any number of lines. With one they are those of that state, and it has
    a line for each object of its group (`lines_of`).

    Args:
        task: The task.
        base: Its function base.
        form: The format.
        stage: One of its stages: the text is then one call, as it stands after
            `result =`. Empty for a whole step, a line for each stage (`openai-tools`
            has no lines: it lists the functions of all stages).
        state: One state that the text is for.

    Raises:
        GrammarError: no such stage, no line of it in that state, or the format cannot
            say a type or a name.
    """
    lines = lines_of(task, base, state)
    manuals = {f.name: _manual(f.summary, f.condition) for f in base.functions}
    names = [one.name for one in task.stages]
    if stage and stage not in names:
        mend = did_you_mean(stage, sorted(names))
        raise GrammarError(task.name, f"no stage {stage!r}", mend)
    if stage or form == "openai-tools":
        wanted = [g.heads for g in lines.tables if stage in ("", g.stage.name)]
        if not wanted:
            what = "nobody has a turn in this state"
            raise GrammarError(f"{task.name}/{stage}", what, "give another state")
        return export_heads(_of_anyone(wanted), form, manuals)
    if form == "lark":
        return _lark(task, base, lines, state)
    tables = {grammar.result: grammar.heads for grammar in lines.tables}
    if form == "json-schema":
        return _as_text(json_schema_of_step(tables, lines.free, manuals))
    return gbnf_of_step(tables, lines.free)


def _lark(task: TaskSpec, base: FunctionBase, lines: Lines, state: Any) -> str:
    if state is ALL_STATES:
        return compile_grammar(task, base).text
    header = f"// Made by `ldc export {task.name} --state` (base {base.digest})."
    return step_grammar(lines.tables, lines.free, header)


def _of_anyone(tables: Iterable[tuple[Head, ...]]) -> tuple[Head, ...]:
    """Return several tables as one; in a stage that repeats, for anyone's turn."""
    found: dict[str, Head] = {}
    for head in (head for table in tables for head in table):
        known = found.get(head.alias, head)
        if [slot.name for slot in known.slots] != [slot.name for slot in head.slots]:
            what = f"two stages have a function {head.alias!r}"
            raise GrammarError("export", what, "export one stage, or rename one")
        slots = (
            replace(one, production=either((one.production, other.production)))
            for one, other in zip(known.slots, head.slots, strict=True)
        )
        found[head.alias] = replace(known, slots=tuple(slots))
    return tuple(found.values())


def _manual(summary: str, condition: str) -> str:
    return f"{summary} Use it when {condition}." if condition else summary


def _as_text(value: Any) -> str:
    """Return JSON in the order of its keys: a model writes them in this order."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
