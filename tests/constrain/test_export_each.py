"""A step whose last stage repeats, exported: a line for each who is there, no other."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ldc.author.source import read_folder
from ldc.constrain.export import FORMATS, export_task
from ldc.constrain.export.step import lines_of
from ldc.constrain.narrow import StageGrammar, narrow
from ldc.constrain.schema.json_values import to_json
from ldc.constrain.whole import stages_of
from ldc.dataset import scope_of
from ldc.errors import GrammarError
from ldc.ir import Call, FunctionBase
from ldc.turns import turns
from tests.constrain.consumers import by_xgrammar
from tests.constrain.test_export import TEXT_FORMATS
from tests.constrain.test_export_json import strictly
from tests.patrol import PATROL
from tests.patrol.state import State
from tests.play.bases import ROOT

BASE = FunctionBase(
    task="patrol",
    functions=read_folder(PATROL, ROOT / "tests/patrol/base", ROOT),
    digest="0",
)

STATES = (
    State(guards=(1, 3), cells=(4, 7), lamp=0, tired=(3,)),
    State(guards=(2,), cells=(1,), lamp=0, tired=()),
    State(guards=(1, 2, 4), cells=(1, 5, 9), lamp=0, tired=()),
    State(guards=(4, 2), cells=(1, 5), lamp=0, tired=()),  # no order by number
    State(guards=(), cells=(), lamp=0, tired=()),
)

Lines = list[tuple[StageGrammar, Call]]


def tables(state: State) -> list[StageGrammar]:
    """Return the table of each line, as the player of an episode asks for them."""
    return [
        narrow(
            PATROL,
            turn.stage.name,
            tuple(f for f in BASE.functions if f.stage == turn.stage.name),
            PATROL.live(state),
            scope_of(PATROL, turn.stage.name),
            who=turn.who,
        )
        for turn in turns(PATROL, state)
    ]


EVERYONE = tuple(stages_of(PATROL, BASE))


def steps(state: State) -> Iterator[tuple[Lines, bool]]:
    """Give steps and near misses, and whether they are steps of the state."""
    rng, here = random.Random(repr(state)), tables(state)
    for _ in range(12):
        good = [(table, table.sample(rng)) for table in here]
        yield good, True
        others = [t for t in EVERYONE if t.result not in {h.result for h in here}]
        for other in others:  # somebody who is not there
            yield [*good, (other, other.sample(rng))], False
        for i in range(len(good)):
            yield good[:i] + good[i + 1 :], False  # somebody has no line
            yield [*good[: i + 1], *good[i:]], False  # somebody has two
            wide = rng.choice(EVERYONE)  # another's call, or of one who is not there
            call = wide.sample(rng)
            swapped = [*good[:i], (here[i], call), *good[i + 1 :]]
            yield swapped, here[i].accepts(spelled(call))
        if len(good) > 2:
            yield [good[0], *good[:0:-1]], False  # out of turn


def spelled(call: Call) -> str:
    """Return the completion text of any call of the base."""
    (table,) = [t for t in EVERYONE if t.result == call.result]
    return table.spell(call)


def written(lines: Lines) -> str:
    """Return a step as text, each call under the name of its line."""
    return "".join(f"{table.result} ={spelled(call)}" for table, call in lines)


def told(lines: Lines) -> dict[str, Any]:
    """Return a step as the object of its calls."""
    return {
        table.result: {
            "function": call.function,
            "arguments": {name: to_json(value) for name, value in call.arguments},
        }
        for table, call in lines
    }


@pytest.mark.parametrize("state", STATES, ids=str)
@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_a_state_says_whose_lines_there_are(form: str, state: State) -> None:
    takes = TEXT_FORMATS[form](export_task(PATROL, BASE, form, state=state))  # type: ignore[arg-type]
    for lines, verdict in steps(state):
        assert takes(written(lines)) is verdict, written(lines)


def test_xgrammar_reads_the_same() -> None:
    asked = [
        (
            export_task(PATROL, BASE, "xgrammar", state=state),
            [written(lines) for lines, _ in steps(state)],
        )
        for state in STATES
    ]
    for state, found in zip(STATES, by_xgrammar(asked), strict=True):
        for (lines, verdict), taken in zip(steps(state), found, strict=True):
            assert taken is verdict, (state, written(lines))


@pytest.mark.parametrize("state", STATES, ids=str)
def test_the_object_of_a_step_has_the_same_calls(state: State) -> None:
    schema = json.loads(export_task(PATROL, BASE, "json-schema", state=state))
    Draft202012Validator.check_schema(schema)
    takes = Draft202012Validator(schema).is_valid
    assert schema["required"] == [turn.result for turn in turns(PATROL, state)]
    for lines, verdict in steps(state):
        order = [turn.result for turn in turns(PATROL, state)]
        results = [table.result for table, _ in lines]
        if sorted(results) == sorted(order) and results != order:
            continue  # an object's keys may stand in any order
        if len(results) == len(set(results)):
            assert takes(told(lines)) is verdict, told(lines)


@pytest.mark.parametrize("state", STATES[:4], ids=str)
def test_the_tools_name_who_is_there(state: State) -> None:
    tools = json.loads(export_task(PATROL, BASE, "openai-tools", state=state))
    takes = {
        tool["function"]["name"]: Draft202012Validator(
            tool["function"]["parameters"]
        ).is_valid
        for tool in tools
    }
    assert set(takes) == {function.name for function in BASE.functions}
    here, rng = tables(state), random.Random(5)
    for _ in range(60):
        call = rng.choice(EVERYONE).sample(rng)
        (table,) = [t for t in EVERYONE if t.result == call.result]
        (head,) = [h for h in table.heads if h.function == call.function]
        slots = {slot.name: slot for slot in head.slots}
        given = {n: strictly(slots[n], to_json(v)) for n, v in call.arguments}
        right = any(
            one.stage == table.stage and one.accepts(spelled(call)) for one in here
        )
        assert takes[call.function](given) is right, call


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_without_a_state_any_number_may_be_there(form: str) -> None:
    takes = TEXT_FORMATS[form](export_task(PATROL, BASE, form))  # type: ignore[arg-type]
    place = [table.result for table in EVERYONE].index
    for state in STATES:
        for lines, verdict in steps(state):
            if verdict:
                ordered = sorted(lines, key=lambda line: place(line[0].result))
                assert takes(written(ordered))
                assert not takes(written([*ordered, ordered[-1]]))
                assert not takes(written(ordered[1:]))


@pytest.mark.parametrize("form", FORMATS)
def test_a_stage_in_which_nobody_has_a_turn_is_an_error(form: Any) -> None:
    with pytest.raises(GrammarError, match="nobody has a turn in this state"):
        export_task(PATROL, BASE, form, "move", STATES[-1])
    assert "at_door" in export_task(PATROL, BASE, form, state=STATES[-1])


def test_a_group_that_names_one_twice_is_an_error() -> None:
    with pytest.raises(GrammarError, match="two lines of a step are 'move_2'"):
        lines_of(PATROL, BASE, State(guards=(2, 2), cells=(1, 1), lamp=0, tired=()))
