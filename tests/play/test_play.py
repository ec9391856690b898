"""Players play whole episodes through a real jail, the same ones again from a seed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from ldc.dataset import label
from ldc.ir import Episode, Results
from ldc.jail import Jail
from ldc.play.constant import best_constant, calls_of, combinations
from ldc.play.outputs import outputs_base, outputs_call, outputs_task
from ldc.play.players import Chosen, Constant, Expert, Player, RandomLegal, Wrong
from ldc.play.rollout import rollout
from ldc.tasks.blackjack import TASK as BLACKJACK
from ldc.tasks.pursuit import TASK as PURSUIT
from tests.play.bases import base_of


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    """Yield a jail with pursuit's functions."""
    with Jail(PURSUIT, base_of("pursuit").functions) as jail:
        yield jail


def untimed(episode: Episode) -> Episode:
    """Return an episode without what a clock measured."""
    return replace(
        episode,
        steps=tuple(
            replace(step, decision=replace(step.decision, milliseconds=0.0))
            for step in episode.steps
        ),
    )


def calls(episode: Episode) -> list[object]:
    """Return what was called in every step."""
    return [step.decision.calls for step in episode.steps]


class Blunders:
    """Calls a function on a prey's number that its code cannot index."""

    name = "blunders"

    def choose(self, state: Any, stage: str, results: Results, hint: Any) -> Chosen:
        """Return the expert's call with every number out of range."""
        call = Expert(PURSUIT).choose(state, stage, results, hint).call
        arguments = tuple((n, 9 if type(v) is int else v) for n, v in call.arguments)
        wrong = replace(call, arguments=arguments)
        return Chosen(call=wrong, candidates=(), log_probability=0.0)


@pytest.mark.parametrize("seed", [0, 7, 12])
def test_an_episode_replayed_from_its_seed_is_the_same(jail: Jail, seed: int) -> None:
    """Border check 8."""
    base = base_of("pursuit")

    def game() -> Episode:
        return untimed(rollout(PURSUIT, jail, Wrong(PURSUIT, base, 0.3, seed), seed))

    first = game()
    assert first.steps
    assert game() == first


def test_an_episode_replayed_from_its_calls_is_the_same(jail: Jail) -> None:
    """Border check 8: seed and calls are all that an episode is made of."""
    first = rollout(PURSUIT, jail, RandomLegal(PURSUIT, base_of("pursuit"), 3), 3)
    env = PURSUIT.make_env()
    observation, info = env.reset(seed=3)
    for step in first.steps:
        assert PURSUIT.state_of(observation, info) == step.state
        action = PURSUIT.action_of(step.decision.results[-1])
        observation, reward, terminated, truncated, info = env.step(action)
        assert float(reward) == step.reward
    assert (terminated, truncated) == (first.terminated, first.truncated)
    assert float(info["score"]) == first.score


@pytest.mark.parametrize("seed", range(5))
def test_random_legal_calls_never_fail_and_never_break_a_rule(
    jail: Jail, seed: int
) -> None:
    player = RandomLegal(PURSUIT, base_of("pursuit"), seed)
    game = rollout(PURSUIT, jail, player, seed, {"kinds": ("zone",)})
    assert game.invalid_calls == 0
    assert [step.illegal_moves for step in game.steps if step.illegal_moves] == []
    assert game.terminated or game.truncated


def test_a_player_that_is_never_wrong_is_the_expert(jail: Jail) -> None:
    for seed in range(4):
        player = Wrong(PURSUIT, base_of("pursuit"), 0.0, seed)
        never_wrong = rollout(PURSUIT, jail, player, seed)
        expert = rollout(PURSUIT, jail, Expert(PURSUIT), seed)
        assert calls(never_wrong) == calls(expert)


def test_a_player_that_is_always_wrong_is_random_legal(jail: Jail) -> None:
    base = base_of("pursuit")
    wrong = rollout(PURSUIT, jail, Wrong(PURSUIT, base, 1.0, 2), 2)
    random_legal = rollout(PURSUIT, jail, RandomLegal(PURSUIT, base, 2), 2)
    assert calls(wrong) == calls(random_legal)


def test_a_call_that_fails_ends_the_episode_and_is_counted(jail: Jail) -> None:
    options = {"kinds": ("leaver",)}
    player: Player = Blunders()
    game = rollout(PURSUIT, jail, player, 0, options)
    assert game.invalid_calls == 1
    assert not game.success
    assert "leaves soon" in game.incidents[0]
    assert "go_first" in game.incidents[-1]


def test_actions_written_out_play_as_the_calls_that_led_to_them(jail: Jail) -> None:
    """The baseline on outputs: one function `act`, in the same jail and loop."""
    expert = rollout(PURSUIT, jail, Expert(PURSUIT), 4)
    task, base = outputs_task(PURSUIT), outputs_base(PURSUIT)

    class Writer:
        """Writes the action that the expert's functions lead to."""

        name = "writer"

        def choose(self, state: Any, stage: str, results: Results, hint: Any) -> Chosen:
            """Return the call of `act`."""
            _, action = label(PURSUIT, jail, state, hint)
            call = outputs_call(action)
            return Chosen(call=call, candidates=("act",), log_probability=0.0)

    player: Player = Writer()
    with Jail(task, base.functions) as writing:
        game = rollout(task, writing, player, 4)
    assert [step.state for step in game.steps] == [s.state for s in expert.steps]
    assert (game.score, game.invalid_calls) == (expert.score, 0)


def test_any_action_can_be_written_out_and_is_played() -> None:
    task, base = outputs_task(PURSUIT), outputs_base(PURSUIT)
    with Jail(task, base.functions) as jail:
        game = rollout(task, jail, RandomLegal(task, base, 0), 0)
    assert game.invalid_calls == 0
    written = {str(step.decision.calls[0]) for step in game.steps}
    assert len(written) > len(game.steps) / 2


def test_every_combination_of_calls_is_a_candidate_for_the_best_constant() -> None:
    base = base_of("pursuit")
    env = PURSUIT.make_env()
    state = PURSUIT.state_of(*env.reset(seed=0))
    counts = [len(calls_of(PURSUIT, base, s.name, state)) for s in PURSUIT.stages]
    # Two functions name one of three prey, one a fallen hunter, one a tired hunter.
    assert counts == [3 + 2 * 3, 4 + 3, 4 + 3]
    tried = list(combinations(PURSUIT, base, state))
    assert len(set(map(str, tried))) == counts[0] * counts[1] * counts[2]


def test_the_best_constant_of_blackjack_stands() -> None:
    """Drawing for ever loses every hand, whatever total it aims at."""
    seeds = range(24)
    player, games = best_constant(BLACKJACK, base_of("blackjack"), seeds)
    assert isinstance(player, Constant)
    assert [game.seed for game in games] == list(seeds)
    played = {
        call.function for g in games for s in g.steps for call in s.decision.calls
    }
    assert "stand" in played
    assert "draw_card" not in played
    assert any(game.success for game in games)
