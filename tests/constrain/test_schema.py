"""Function schemas of other hands: neither looser nor tighter than jsonschema says."""

import json
import random
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError, validators

from ldc.constrain.export import export_heads
from ldc.constrain.productions import call_text, draw
from ldc.constrain.schema import tools_of
from ldc.errors import GrammarError
from tests.constrain.consumers import by_llguidance
from tests.constrain.schemas import an_object, value

SEEDS = 300


WRONG: tuple[Any, ...] = (-1, 10**12, 0.37, True, "no such text", "", [], [0, "x"])


def exact(_: Any, step: Any, given: Any, __: Any) -> Iterator[ValidationError]:
    """Check `multipleOf` in decimals: in floats, 0.3 is no multiple of 0.1."""
    number = type(given) in (int, float)
    if number and (Fraction(str(given)) / Fraction(str(step))).denominator != 1:
        yield ValidationError(f"{given} is no multiple of {step}")


Validator = validators.extend(Draft202012Validator, {"multipleOf": exact})


def definition(seed: int) -> dict[str, Any]:
    """Return a random function definition."""
    parameters = an_object(random.Random(seed), 3)
    return {"name": f"fn_{seed}", "description": "Try.", "parameters": parameters}


def broken(given: Any, rng: random.Random) -> Any:
    """Return a JSON value with one thing changed somewhere, or everything."""
    if isinstance(given, dict) and given and rng.random() < 0.8:
        key = rng.choice(list(given))
        rest = {name: value for name, value in given.items() if name != key}
        change = rng.choice(["drop", "add", "inside", "inside", "inside"])
        if change == "inside":
            return {**rest, key: broken(given[key], rng)}
        return rest if change == "drop" else {**given, "unknown": 1}
    if isinstance(given, list) and given and rng.random() < 0.8:
        place = rng.randrange(len(given))
        row = [*given[:place], broken(given[place], rng), *given[place + 1 :]]
        return rng.choice([row, given[:-1], [*given, given[-1]]])
    return {"?": 1} if isinstance(given, dict) else rng.choice(WRONG)


@pytest.mark.parametrize("tenth", range(10))
def test_random_schemas(tenth: int) -> None:
    for seed in range(tenth, SEEDS, 10):
        made, rng = definition(seed), random.Random(seed)
        tools = tools_of(made)
        schema = made["parameters"]
        takes = Validator(schema).is_valid
        (head,) = tools.heads
        drawn = [call_text(head, draw(head, rng)) for _ in range(20)]
        for text in drawn:  # not looser
            name, arguments = tools.call_of(text)
            assert name == made["name"]
            assert takes(json.loads(json.dumps(arguments))), (seed, text)
            assert tools.text_of(name, arguments) == text, (seed, text)
        given = [value(schema, rng) for _ in range(10)]
        for arguments in given:  # not tighter
            assert takes(arguments), "the generator is wrong"
            text = tools.text_of(made["name"], arguments)
            assert takes(tools.call_of(text)[1]), (seed, text)
        for arguments in (broken(one, rng) for one in given):
            if not takes(arguments):
                with pytest.raises(GrammarError):
                    tools.text_of(made["name"], arguments)
        if seed % 6 == 0:
            engine = by_llguidance(export_heads(tools.heads, "lark"))
            for text in [
                *drawn[:5],
                *(tools.text_of(made["name"], one) for one in given),
            ]:
                assert engine(text), (seed, text)
