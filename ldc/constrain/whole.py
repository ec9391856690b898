"""The grammar of a whole task, for all states at once, and the check of its border."""

import random
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import Any

from ldc.constrain.annotations import production_of
from ldc.constrain.lark import LarkWriter
from ldc.constrain.narrow import StageGrammar, narrow
from ldc.constrain.productions import (
    Head,
    Slot,
    count,
    is_default,
    may_be,
    nth,
    nth_way,
)
from ldc.constrain.scope import Scope
from ldc.constrain.token_mask import engine_of
from ldc.errors import GrammarError
from ldc.ir import Function, FunctionBase, Grammar, Stage, TaskSpec, spell
from ldc.turns import NOBODY, result_type, whose

MOST = 256
"""Objects that a repeating stage may have a line for."""


def compile_grammar(task: TaskSpec, base: FunctionBase) -> Grammar:
    """Return the grammar of one step: a line for each stage, in order.

    Live objects stand for every value within their bounds, so the text is the same
    for all states; `narrow` offers those that are present. A stage that repeats has a
    line for every object there may be, each of which may be absent.

    Raises:
        GrammarError: a stage without a function, or a type without a grammar.
    """
    tables = tuple(stages_of(task, base))
    free = frozenset(grammar.result for grammar in tables if grammar.stage.each)
    header = (
        f"// Made by `ldc constrain {task.name}` from {len(base.functions)} functions "
        f"(base {base.digest}).\n// Do not edit: edit the functions."
    )
    text = step_grammar(tables, free, header)
    return Grammar(task=task.name, text=text, base_digest=base.digest)


def step_grammar(
    tables: Iterable[StageGrammar], free: Container[str], header: str
) -> str:
    """Return the Lark of one step.

    Args:
        tables: One a line, in order.
        free: Results whose line may be missing.
        header: Comment on top.
    """
    tables = list(tables)
    results = [grammar.result for grammar in tables]
    writer = LarkWriter("start", *results, *(f"{r}_call" for r in results))
    wanted = (result + "?" * (result in free) for result in results)
    lines = [f"start: {' '.join(wanted)}"]
    for grammar in tables:
        result = grammar.result
        place = len(writer.blocks)
        names = " | ".join(writer.head(head) for head in grammar.heads)
        line = f'{result}: "{result} =" {result}_call "\\n"\n{result}_call: {names}'
        comment = f"// stage {grammar.stage.name}: {grammar.stage.title}"
        if grammar.stage.each:
            comment += f", for {spell(grammar.who)} of the {grammar.stage.each}"
        writer.blocks.insert(place, f"{comment}\n{line}")
    return "\n\n".join([header, *lines, *writer.blocks]) + "\n"


def verify(
    task: TaskSpec, base: FunctionBase, *, samples: int = 8, seed: int = 0
) -> int:
    """Check a task's grammar with the engine: what it must take, and must refuse.

    Of every function, sampled calls must be accepted in a whole step; the same calls
    with a misspelt name, and with an argument out of its range, must not.

    Returns:
        How many texts were tried.

    Raises:
        GrammarError: the first text that the grammar judges wrongly.
    """
    from llguidance import LLTokenizer

    grammar = compile_grammar(task, base)
    engine = engine_of(grammar.text, LLTokenizer("byte"))
    stages = tuple(stages_of(task, base))
    rng = random.Random(seed)
    tried = 0
    for place, stage in enumerate(stages):
        for head in stage.heads:
            for _ in range(samples if head.slots else 1):
                lines = [f"{s.result} ={s.spell(s.sample(rng))}" for s in stages]
                for good, line in _trials(stage, head, rng):
                    lines[place] = f"{stage.result} ={line}"
                    _judge(task, engine, "".join(lines), good)
                    tried += 1
    return tried


def _judge(task: TaskSpec, engine: object, text: str, good: bool) -> None:
    matcher = engine.deep_copy()  # type: ignore[attr-defined]
    ids = list(text.encode())
    taken = matcher.try_consume_tokens(ids) == len(ids) and matcher.is_accepting()
    if taken != good:
        verb = "refuses the valid" if good else "accepts the invalid"
        mend = "report this text with the functions' types: the compiler is wrong"
        raise GrammarError(f"grammar of {task.name}", f"it {verb} {text!r}", mend)


def _trials(
    stage: StageGrammar, head: Head, rng: random.Random
) -> Iterator[tuple[bool, str]]:
    """Give (whether it is valid, completion text) around one drawn call of a head."""
    only = replace(stage, heads=(head,))
    call = only.sample(rng)
    text = only.spell(call)
    yield True, text
    known = {other.alias for other in stage.heads}
    wrong = next(n for i in range(99) if (n := head.alias + "x" * (i + 1)) not in known)
    yield False, text.replace(f" {head.alias}(", f" {wrong}(", 1)
    slots = zip(head.slots, call.arguments, strict=True)
    given = {s.name: spell(v) for s, (_, v) in slots if not is_default(s, v)}
    for slot in head.slots:
        words = {**given, slot.name: _outside(slot)}
        names = (one.name for one in head.slots if one.name in words)
        inner = ", ".join(f"{name}={words[name]}" for name in names)
        yield False, f" {head.alias}({inner})\n"


def _outside(slot: Slot) -> str:
    """Spell something near the values of a slot that is none of them."""
    first = nth_way(slot, 0)
    near = first - 1 if type(first) in (int, float) else "?"
    far: tuple[Any, ...] = (near, "?", "??", None, (), [])
    return spell(next(value for value in far if not may_be(slot, value)))


def stages_of(task: TaskSpec, base: FunctionBase) -> Iterator[StageGrammar]:
    """Give each stage's grammar for all states, with what is in scope by then."""
    for stage, scope in scopes_of(task):
        functions = tuple(f for f in base.functions if f.stage == stage.name)
        for who in _everyone(task, stage, functions):
            yield narrow(task, stage.name, functions, None, scope, who=who)


def scopes_of(task: TaskSpec) -> Iterator[tuple[Stage, Scope]]:
    """Give each stage with the variables that its lines may name."""
    scope: Scope = (("state", task.state),)
    for stage in task.stages:
        yield stage, scope
        scope += ((stage.result, result_type(stage)),)


def _everyone(
    task: TaskSpec, stage: Stage, functions: tuple[Function, ...]
) -> tuple[Any, ...]:
    """Return all objects whose turn it may be in some state.

    Raises:
        GrammarError: no function says what they are, or they are too many.
    """
    if not stage.each:
        return (NOBODY,)
    found: dict[str, Any] = {}
    for function in functions:
        for one in function.signature.parameters:
            if one.name == whose(stage, function):
                where = f"{function.path}: parameter {one.name!r}"
                every = production_of(one.annotation, None, where)
                many = min(count(every), MOST + 1)
                found |= {spell(nth(every, i)): nth(every, i) for i in range(many)}
    if not 0 < len(found) <= MOST:
        what = f"{len(found)} {stage.each} may have a turn, as the functions say"
        mend = f"let functions take one of 1 to {MOST}, as Annotated[..., Live(...)]"
        raise GrammarError(f"{task.name}/{stage.name}", what, mend)
    return tuple(found.values())
