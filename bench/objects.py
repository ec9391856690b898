"""Live objects in a grammar: what a state costs by three ways to compile it.

    python -m bench.objects

`ldc` compiles the one function that is named. Beside it, one process, same functions,
same states: a table compiled as a whole for each state, and a hidden header, where all
objects are compiled in, each behind one bit of a 64-bit parameter, and the bits are set
by tokens that the student never sees, so that a state costs a copy.
"""

import random
import re
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Annotated, Any

from annotated_types import Ge, Le

from ldc.constrain import Matcher, StageGrammar, Tokens, narrow
from ldc.constrain.naming import CALLS, TABLES
from ldc.constrain.narrow import NARROWED
from ldc.constrain.productions import Choice
from ldc.constrain.token_grammar import token_grammar
from ldc.constrain.token_mask import engine_of
from ldc.dataset.names import words_of
from ldc.finetune.student import load_student
from ldc.ir import Function, Live, Parameter, Signature, Stage, TaskSpec
from ldc.tasks import load

OBJECTS = tuple(range(1, 25))
Unit = Annotated[int, Ge(1), Le(24), Live("units")]
Gap = Annotated[int, Ge(0), Le(9)]

Begin = Callable[[tuple[int, ...]], Matcher]
"""Returns a matcher of the state with these objects."""


def main() -> None:
    """Print milliseconds of the processor, state to end of a call, as Markdown."""
    tokens = Tokens(load_student("smollm2").tokenizer)
    assert tokens.engine  # built once a process
    print("| functions | way | once, ms | a new state, ms | a known state, ms |")
    print("|---|---|---|---|---|")
    for many in (5, 20, 1000):
        task, functions = registry(many, tokens)
        for name, make in (
            ("the function that is named", by_name),
            ("a table a state", by_table),
            ("a hidden header", by_header),
        ):
            begun = time.process_time()
            begin = make(task, functions, tokens)
            begin(OBJECTS)
            once = (time.process_time() - begun) * 1e3
            new, known = [], []
            for seed, units in enumerate(states(1)):
                CALLS.clear()  # no function was called before
                new.append(walked(partial(begin, units), seed))
                known.append(walked(partial(begin, units), seed))
            print(
                f"| {many} | {name} | {once:.1f} | {statistics.median(new):.2f} |"
                f" {statistics.median(known):.2f} |"
            )


def registry(many: int, tokens: Tokens) -> tuple[TaskSpec, tuple[Function, ...]]:
    """Return a task of one stage, and functions with objects and small numbers."""
    rng = random.Random(many)
    words = words_of(tokens.hf)
    stage = Stage(name="act", result="act", returns=int, title="what to do")
    kinds = {"unit": Unit, "other": Unit, "gap": Gap}
    made = []
    drawn = rng.sample(words, 2 * many)
    for pair in zip(drawn[:many], drawn[many:], strict=True):
        name = "_".join(pair)
        chosen = rng.sample(sorted(kinds), rng.randint(0, 2))
        given = {"state": State, **{key: kinds[key] for key in chosen}}
        made.append(
            Function(
                name=name,
                task="bench",
                stage="act",
                signature=Signature(
                    parameters=tuple(
                        Parameter(name=k, annotation=v, spelled=k)
                        for k, v in given.items()
                    ),
                    returns=int,
                    spelled="int",
                ),
                summary="",
                condition="",
                source="",
                path="",
                digest=name,
            )
        )
    return replace(load("pursuit"), state=State, stages=(stage,)), tuple(made)


class State:
    """The state of the registry's functions."""


def states(seed: int) -> list[tuple[int, ...]]:
    """Return sets of objects that are there, all different."""
    rng = random.Random(seed)
    found = {tuple(sorted(rng.sample(OBJECTS, rng.randint(2, 12)))) for _ in range(80)}
    return sorted(found)[:12]


def at(task: TaskSpec, functions: tuple[Function, ...], units: Any) -> StageGrammar:
    """Return the grammar of all functions in a state; None for all states."""
    live = None if units is None else {"units": units}
    return narrow(task, "act", functions, live, (("state", State),))


def by_name(task: TaskSpec, functions: tuple[Function, ...], tokens: Tokens) -> Begin:
    """Return the way of `ldc`, with nothing remembered of any state."""
    NARROWED.clear()
    TABLES.clear()
    return lambda units: at(task, functions, units).matcher(tokens)


def by_table(task: TaskSpec, functions: tuple[Function, ...], tokens: Tokens) -> Begin:
    """Return the way that compiles a table for each state, and keeps it."""
    kept: dict[tuple[int, ...], Matcher] = {}
    NARROWED.clear()

    def begin(units: tuple[int, ...]) -> Matcher:
        heads = at(task, functions, units).heads
        if units not in kept:
            engine = engine_of(token_grammar(heads, tokens), tokens.engine)
            kept[units] = Matcher(engine, canonical=True)
        return kept[units].copy()

    return begin


def by_header(task: TaskSpec, functions: tuple[Function, ...], tokens: Tokens) -> Begin:
    """Return the way of one grammar with a hidden header."""
    grammar = at(task, functions, None)
    text = with_header(token_grammar(grammar.heads, tokens), grammar)
    first = Matcher(engine_of(text, tokens.engine), canonical=True)
    first.copy().consume([OBJECTS[0], 40])
    agree(first, task, functions, tokens)
    return partial(opened, first)


def opened(first: Matcher, units: tuple[int, ...]) -> Matcher:
    """Return a matcher of a state: a copy that has read its header."""
    copy = first.copy()
    copy.consume([*units, 40])
    return copy


def with_header(text: str, grammar: StageGrammar) -> str:
    """Return the grammar of all objects each behind its bit; 40 ends the header."""
    lines = dict(line.split(": ", 1) for line in text.strip().split("\n"))
    many = {
        len(s.production.texts)
        for h in grammar.heads
        for s in h.slots
        if isinstance(s.production, Choice) and s.name in ("unit", "other")
    }
    for name, body in lines.items():
        ways = body.split(" | ")
        if name != "start" and {len(ways)} == many:
            lines[name] = " | ".join(
                f"{w} %if bit_set({k})" for k, w in enumerate(ways)
            )
    live = [name for name, body in lines.items() if "%if" in body]
    start = lines.pop("start")
    for name in live:
        start = re.sub(rf"\b{name}\b", f"{name}::_", start)
    guard = (
        "or(" * 23 + "bit_set(0)" + "".join(f", bit_set({k}))" for k in range(1, 24))
    )
    calls = " | ".join(
        f"{way} %if {guard}" if "::_" in way else way for way in start.split(" | ")
    )
    bits = " | ".join(f"<[{n}]> header::set_bit({k})" for k, n in enumerate(OBJECTS))
    rules = [f"{n}{'::_' if n in live else ''}: {b}" for n, b in lines.items()]
    return (
        "\n".join(
            [
                "start: header::0x0",
                f"header::_ : {bits} | <[40]> call::_",
                f"call::_ : {calls}",
                *rules,
            ]
        )
        + "\n"
    )


def agree(
    first: Matcher, task: TaskSpec, functions: tuple[Function, ...], tokens: Tokens
) -> None:
    """Check that both ways allow the same tokens along random calls."""
    rng = random.Random(5)
    for units in states(2)[:4]:
        one, other = at(task, functions, units).matcher(tokens), opened(first, units)
        while not one.finished():
            allowed = one.allowed().tolist()
            assert allowed == other.allowed().tolist()
            token = rng.choice(allowed)
            one.consume([token])
            other.consume([token])


def walked(begin: Callable[[], Matcher], seed: int) -> float:
    """Return the milliseconds of one random call, forced runs taken."""
    rng, begun = random.Random(seed), time.process_time()
    matcher = begin()
    while not matcher.finished():
        matcher.consume(matcher.forced() or [rng.choice(matcher.allowed().tolist())])
    return (time.process_time() - begun) * 1e3


if __name__ == "__main__":
    main()
