"""Blackjack: the expert is optimal, the manuals say when, and the choice matters."""

import doctest
import importlib.util
import itertools
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest

from ldc.ir import Call, digest
from ldc.tasks.blackjack import TASK
from ldc.tasks.blackjack.state import BUST, CHANCES, State, dealer_ends, draw_onto

Policy = Callable[[State], bool]
"""Whether to hit."""

BASE = Path(__file__).parents[2] / "function_base" / "blackjack"
FILES = tuple(
    path for stage in TASK.stages for path in sorted((BASE / stage.name).glob("*.py"))
)
AIMS = tuple(range(12, 22))
STATES = tuple(
    State(total=total, dealer=dealer, ace=ace)
    for total in range(4, 32)
    for dealer in range(1, 11)
    for ace in (False, True)
)
"""All values of the types: also soft totals below 12, which no deal makes."""
IN_PLAY = tuple(s for s in STATES if s.total <= BUST and (s.total >= 12 or not s.ace))


@cache
def module_of(path: Path) -> ModuleType:
    """Import one function file of the base."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FUNCTIONS: dict[str, Callable[..., Any]] = {
    path.stem: getattr(module_of(path), path.stem) for path in FILES
}
BY_STAGE = {
    stage.name: tuple(path.stem for path in FILES if path.parent.name == stage.name)
    for stage in TASK.stages
}


def condition_of(name: str) -> str:
    """Return what stands after "Use it when" in a function's manual."""
    found = re.search(r"Use it when (.+)\.", FUNCTIONS[name].__doc__ or "")
    assert found is not None, name
    return found[1]


def run(call: Call, state: State, results: dict[str, Any]) -> Any:
    """Run a call on trusted functions, in process."""
    known = {"state": state, **results}
    return FUNCTIONS[call.function](**{name: known[name] for name, _ in call.arguments})


def of_expert(state: State) -> bool:
    """Return whether the expert's two calls hit."""
    aim = run(TASK.expert(state, "aim", {}, None), state, {})
    call = TASK.expert(state, "play", {"aim": aim}, None)
    return bool(run(call, state, {"aim": aim}) == "hit")


def of_constant(aim: str, play: str) -> Policy:
    """Return the policy that calls these two functions at every step."""
    return lambda s: bool(FUNCTIONS[play](s, FUNCTIONS[aim](s)) == "hit")


def of_threshold(aim: int) -> Policy:
    """Return the policy that hits below one total, whatever else it sees."""
    return lambda s: s.total < aim


def stick_value(state: State) -> float:
    """Return the exact mean reward of sticking now."""
    total = state.total
    ends = dealer_ends(state.dealer)
    return sum(p * ((total > end) - (total < end)) for end, p in ends.items())


def after_hit(state: State) -> Iterator[tuple[float, State | None]]:
    """Yield (chance, state after one card); None when it is bust."""
    for card, chance in CHANCES.items():
        total, ace = draw_onto(state.total, state.ace, card)
        bust = total > BUST
        yield chance, None if bust else State(total=total, dealer=state.dealer, ace=ace)


@cache
def hit_value(state: State) -> float:
    """Return the exact mean reward of hitting now and playing best from then on."""
    return sum(
        chance * (-1.0 if then is None else max(stick_value(then), hit_value(then)))
        for chance, then in after_hit(state)
    )


def mean_return(policy: Policy) -> float:
    """Return the exact mean reward of a policy over all deals."""

    @cache
    def value(state: State) -> float:
        if not policy(state):
            return stick_value(state)
        return sum(
            chance * (-1.0 if then is None else value(then))
            for chance, then in after_hit(state)
        )

    mean = 0.0
    for first, second, dealer in itertools.product(CHANCES, repeat=3):
        total, ace = draw_onto(*draw_onto(0, False, first), second)
        chance = CHANCES[first] * CHANCES[second] * CHANCES[dealer]
        mean += chance * value(State(total=total, dealer=dealer, ace=ace))
    return mean


def play(env: Any, policy: Policy, seed: int) -> tuple[list[State], float]:
    """Play one hand in the env; return the states seen and the reward."""
    state = TASK.state_of(*env.reset(seed=seed))
    seen, ended = [state], False
    while not ended:
        choice = "hit" if policy(state) else "stick"
        observation, reward, ended, _, info = env.step(TASK.action_of(choice))
        state = TASK.state_of(observation, info)
        seen.append(state)
    return seen, float(reward)


def test_the_expert_is_optimal_in_every_state() -> None:
    wrong = [s for s in IN_PLAY if of_expert(s) != (hit_value(s) > stick_value(s))]
    assert wrong == []


def test_no_constant_choice_comes_near_the_expert() -> None:
    best = max(
        mean_return(of_constant(aim, hit_or_stick))
        for aim, hit_or_stick in itertools.product(BY_STAGE["aim"], BY_STAGE["play"])
    )
    assert mean_return(of_expert) == pytest.approx(-0.0466, abs=5e-5)
    assert best == pytest.approx(-0.1864, abs=5e-5)


def test_the_best_single_threshold_stays_below_the_expert_too() -> None:
    """The stronger control: one total for all states, though no function plays it."""
    best = max(mean_return(of_threshold(aim)) for aim in AIMS)
    assert best == pytest.approx(-0.0752, abs=5e-5)


@pytest.mark.parametrize("aim", BY_STAGE["aim"])
def test_the_expert_without_one_aim_loses_more(aim: str) -> None:
    """Each aim earns its place: the best of the others in its stead costs something."""
    name = {s: TASK.expert(s, "aim", {}, None).function for s in IN_PLAY}

    def instead(other: str) -> float:
        return mean_return(
            lambda s: s.total < FUNCTIONS[other if name[s] == aim else name[s]](s)
        )

    others = [other for other in BY_STAGE["aim"] if other != aim]
    assert max(map(instead, others)) < mean_return(of_expert) - 1e-4


@pytest.mark.parametrize(
    ("stage", "results"), [("aim", {}), *(("play", {"aim": aim}) for aim in AIMS)]
)
def test_facts_make_one_condition_true_and_it_is_the_experts(
    stage: str, results: dict[str, Any]
) -> None:
    for state in STATES:
        told = TASK.facts(state, stage, results)
        true = [
            name
            for name in BY_STAGE[stage]
            if set(condition_of(name).split(", and ")) <= set(told.split(", and "))
        ]
        assert true == [TASK.expert(state, stage, results, None).function], state
        assert len(told.split()) <= 20


def test_conditions_are_made_of_the_vocabulary_and_use_all_of_it() -> None:
    used = {
        phrase for name in FUNCTIONS for phrase in condition_of(name).split(", and ")
    }
    assert used == set(TASK.wordings)


def test_no_wording_stands_inside_another() -> None:
    said = [
        text for phrase, others in TASK.wordings.items() for text in (phrase, *others)
    ]
    assert [(a, b) for a, b in itertools.permutations(said, 2) if a in b] == []
    assert all(len(others) >= 6 for others in TASK.wordings.values())
    assert not any(character.isdigit() for text in said for character in text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_example_in_a_manual_is_true(path: Path) -> None:
    done = doctest.testmod(module_of(path))
    assert done.attempted > 0
    assert done.failed == 0


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_properties_hold_in_every_state(path: Path) -> None:
    name, words = path.stem, vars(module_of(path))
    own = [holds for word, holds in words.items() if word.startswith("always_")]
    assert own
    for state in STATES:
        for aim in AIMS if name in BY_STAGE["play"] else (None,):
            arguments = (state,) if aim is None else (state, aim)
            result = FUNCTIONS[name](*arguments)
            assert result in (AIMS if aim is None else ("hit", "stick"))
            assert all(holds(*arguments) for holds in own), arguments
            of_task = TASK.properties["aim" if aim is None else "choice"]
            assert all(holds(*arguments, result) for holds in of_task), arguments


def test_a_seed_fixes_the_hand() -> None:
    env = TASK.make_env()
    once = [play(env, of_expert, seed) for seed in range(50)]
    assert once == [play(TASK.make_env(), of_expert, seed) for seed in range(50)]
    assert len({tuple(map(TASK.numbers, seen)) for seen, _ in once}) > 25


def test_the_env_deals_what_the_exact_numbers_say() -> None:
    env = TASK.make_env()
    hands = 4000
    mean = sum(play(env, of_expert, seed)[1] for seed in range(hands)) / hands
    # A reward has a deviation of at most 1, so four errors of the mean are:
    assert abs(mean - mean_return(of_expert)) < 4 / hands**0.5


@pytest.mark.parametrize(
    ("state", "title"),
    [
        (State(total=17, dealer=1, ace=True), "player soft 17, dealer shows A"),
        (State(total=26, dealer=10, ace=False), "player bust 26, dealer shows 10"),
    ],
)
def test_the_picture_is_an_svg_that_says_the_state(state: State, title: str) -> None:
    root = ElementTree.fromstring(TASK.draw(state))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root[0].text == title


def test_numbers_tell_the_whole_state() -> None:
    assert TASK.numbers(State(total=14, dealer=10, ace=False)) == (
        "sum 14 dealer 10 ace no"
    )
    assert len(set(map(TASK.numbers, STATES))) == len(STATES)


def test_provenance_names_every_function_and_its_source() -> None:
    recorded = json.loads((BASE / "provenance.json").read_text("utf-8"))
    assert recorded == {
        path.stem: {
            "by": "hand",
            "digest": digest(TASK.name, path.parent.name, path.read_text("utf-8")),
        }
        for path in FILES
    }
