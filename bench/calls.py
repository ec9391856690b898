"""A task of many functions and prompts of exact lengths, for `bench.decode`."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le

from ldc.constrain import StageGrammar, Tokens, narrow
from ldc.ir import Function, Live, Parameter, Prompt, Signature, digest
from ldc.tasks.pursuit import TASK

VERBS = """chase block trap watch guide circle push lure guard meet follow search split
join cover cross delay rush hold leave scout call warn drive pin rest mark flank herd
shadow slow free"""
NOUNS = """prey hunter wall corner gate river hill bridge field road camp tower pond
fence forest meadow valley ridge shore cave market square yard path bank island harbor
garden mill barn well orchard"""
TYPES: Mapping[str, Any] = {
    "prey": Annotated[int, Ge(1), Le(3), Live("prey")],
    "hunter": Annotated[int, Ge(1), Le(3), Live("hunters")],
    "steps": Annotated[int, Ge(0), Le(60)],
    "zone": Literal["north", "south", "east", "west"],
    "quietly": bool,
}
SHAPES: tuple[tuple[str, ...], ...] = (
    ("prey",),
    ("hunter", "prey"),
    ("prey", "steps"),
    ("zone",),
    ("hunter", "zone", "quietly"),
)
"""Parameters beside the state, one row a function in turn."""
CONDITIONS = "near far alone awake tired hurt calm wild slow quick hidden seen"


@dataclass(frozen=True, slots=True)
class Case:
    """One decision to make."""

    prompt: Prompt
    grammar: StageGrammar


@cache
def functions(count: int) -> tuple[Function, ...]:
    """Return so many functions of one stage, with one to three arguments."""
    named = [f"{verb}_{noun}" for noun, verb in product(NOUNS.split(), VERBS.split())]
    stage = TASK.stages[0]
    states = CONDITIONS.split()
    return tuple(
        Function(
            name=name,
            task=TASK.name,
            stage=stage.name,
            signature=Signature(
                parameters=(
                    Parameter(name="state", annotation=TASK.state, spelled="State"),
                    *(
                        Parameter(name=word, annotation=TYPES[word], spelled=word)
                        for word in SHAPES[i % len(SHAPES)]
                    ),
                ),
                returns=stage.returns,
                spelled="Targets",
            ),
            summary="Do it.",
            condition=f"the {name.split('_')[1]} is {states[i % len(states)]}",
            source="",
            path=f"{name}.py",
            digest=digest(name),
        )
        for i, name in enumerate(named[:count])
    )


def grammar(count: int, prey: tuple[int, ...] = (1, 2, 3)) -> StageGrammar:
    """Return the grammar of one call of so many functions, with some prey at large."""
    live = {"hunters": (1, 2, 3), "prey": prey}
    scope = (("state", TASK.state),)
    return narrow(TASK, TASK.stages[0].name, functions(count), live, scope)


def cases(tokens: Tokens, many: int, constant: int, state: int) -> list[Case]:
    """Return different decisions over one menu of twenty functions.

    Args:
        tokens: Of the student.
        many: How many.
        constant: Tokens of the menu with the rules before it, exactly.
        state: Tokens of the state, exactly.
    """
    menu = "".join(f"If {f.condition}, call {f.name}.\n" for f in functions(20))
    offered = grammar(20)
    rules = padded(tokens, "Three hunters chase prey.", menu, constant)
    coin = random.Random(state)
    found = []
    for _ in range(many):
        facts = (
            f"{coin.choice(NOUNS.split()).title()} is {coin.choice(CONDITIONS.split())}"
        )
        text = padded(tokens, facts, ". So call", state)
        found.append(Case(Prompt(constant=rules, state=text), offered))
    return found


def padded(tokens: Tokens, first: str, last: str, length: int) -> str:
    """Return a text of so many tokens that begins and ends as told."""
    coin = random.Random(first)
    text = first
    while len(tokens.encode(text + last)) < length:
        text += f" the {coin.choice(NOUNS.split())}"
    while len(tokens.encode(text + last)) > length:
        text = text.rsplit(" ", 1)[0]
    while len(tokens.encode(text + last)) < length:
        text += " and"
    return text + last
