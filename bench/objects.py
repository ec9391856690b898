"""Live objects in a grammar: a table compiled for each state, against a hidden header.

    python -m bench.objects

The header trick compiles all objects in, each behind one bit of a 64-bit parameter, and
sets the bits by tokens that the student never sees; then a state costs a copy. It is
timed here beside what `narrow` does, one process, same functions, same states.
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
from ldc.constrain.narrow import NARROWED
from ldc.constrain.productions import Choice
from ldc.constrain.token_grammar import token_grammar
from ldc.constrain.token_mask import _compiled, engine_of
from ldc.dataset.names import words_of
from ldc.finetune.student import load_student
from ldc.ir import Function, Live, Parameter, Signature, Stage, TaskSpec
from ldc.tasks import load

OBJECTS = tuple(range(1, 25))
Unit = Annotated[int, Ge(1), Le(24), Live("units")]
Gap = Annotated[int, Ge(0), Le(9)]

DECISION = 100.0
"""Milliseconds of a decision of three calls (`bench.decide`)."""


def main() -> None:
    """Print milliseconds per call as a Markdown table."""
    tokens = Tokens(load_student("smollm2").tokenizer)
    print(
        "| functions | way | once, ms | a new state, ms | a known state, ms |"
        " masks of a call, ms | of a decision, new / known |"
    )
    print("|---|---|---|---|---|---|---|")
    for many in (5, 20, 1000):
        task, functions = registry(many, tokens)
        for name, once, new, known, masks in (
            ("a table a state", *by_table(task, functions, tokens)),
            ("a hidden header", *by_header(task, functions, tokens)),
        ):
            share = [3 * (cost + masks) / DECISION for cost in (new, known)]
            print(
                f"| {many} | {name} | {once:.2f} | {new:.2f} | {known:.3f} |"
                f" {masks:.2f} | {share[0]:.1%} / {share[1]:.1%} |"
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


def matcher(
    task: TaskSpec, functions: tuple[Function, ...], units: Any, tokens: Tokens
) -> Matcher:
    """Return the matcher of a state's table."""
    return at(task, functions, units).matcher(tokens)


def by_table(
    task: TaskSpec, functions: tuple[Function, ...], tokens: Tokens
) -> tuple[float, float, float, float]:
    """Return the times of a table compiled for each state."""
    at(task, functions, OBJECTS).matcher(tokens)  # the pieces are remembered
    _compiled.cache_clear()
    NARROWED.clear()
    every = states(1)
    new = [timed(partial(matcher, task, functions, u, tokens)) for u in every]
    known = [timed(partial(matcher, task, functions, u, tokens)) for u in every]
    masks = [
        walked(at(task, functions, u).matcher(tokens), i) for i, u in enumerate(every)
    ]
    return 0.0, middle(new), middle(known), middle(masks)


def by_header(
    task: TaskSpec, functions: tuple[Function, ...], tokens: Tokens
) -> tuple[float, float, float, float]:
    """Return the times of one grammar with a hidden header."""
    begun = time.perf_counter()
    grammar = at(task, functions, None)
    text = with_header(token_grammar(grammar.heads, tokens), grammar)
    first = Matcher(engine_of(text, tokens.engine), canonical=True)
    once = (time.perf_counter() - begun) * 1e3
    first.copy().consume([OBJECTS[0], 40])
    every = states(1)
    agree(first, task, functions, tokens)
    new = [timed(partial(opened, first, u)) for u in every]
    masks = [walked(opened(first, u), i) for i, u in enumerate(every)]
    return once, middle(new), middle(new), middle(masks)


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


def walked(matcher: Matcher, seed: int) -> float:
    """Return the milliseconds of the masks of one random call, forced runs taken."""
    rng, total = random.Random(seed), 0.0
    while not matcher.finished():
        begun = time.perf_counter()
        run = matcher.forced() or [rng.choice(matcher.allowed().tolist())]
        matcher.consume(run)
        total += time.perf_counter() - begun
    return total * 1e3


def timed(work: Callable[[], Any]) -> float:
    """Return the milliseconds of some work."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1e3


def middle(values: list[float]) -> float:
    """Return the median."""
    return statistics.median(values)


if __name__ == "__main__":
    main()
