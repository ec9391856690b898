"""The board keeps its rules, and what is told decides what is right."""

import random
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from gymnasium.utils.env_checker import check_env
from hypothesis import given, settings
from hypothesis import strategies as st

from ldc.jail import Jail
from ldc.play.players import CodeOnly, Expert, Player
from ldc.play.rollout import rollout
from ldc.tasks.pursuit import TASK
from ldc.tasks.pursuit.env import ALL_KINDS, MOVES, Pursuit
from ldc.tasks.pursuit.notices import WORDS, Kind, Notice
from ldc.tasks.pursuit.rules import World
from ldc.tasks.pursuit.state import SIZE, STEPS, Move, Routes, after, gap, is_open
from ldc.tasks.pursuit.wordings import WORDINGS
from tests.play.bases import base_of, menu_of

STAY = (MOVES.index("stay"),) * 3
WORDINGS_EACH = 11
SEEDS = range(900, 960)

MEANS = {"fog": "the prey cannot see or hear you"}
MEANS["noise"] = MEANS["fog"]
"""What two bulletins mean where a route is chosen; the others say it outright."""
NOT_ANSWERED: tuple[Kind, ...] = ("plain", "zone", "fast")
"""Kinds that no condition speaks of: the board shows what to do."""


def played(seed: int, kinds: tuple[Kind, ...] = ALL_KINDS) -> list[World]:
    """Return the worlds of an episode of random actions, the first one included."""
    env = Pursuit(kinds=kinds, horizon=40)
    env.reset(seed=seed)
    coin = random.Random(seed)
    worlds, over = [env.world], False
    while not over:
        action = [coin.randrange(len(MOVES)) for _ in range(3)]
        _, _, terminated, truncated, _ = env.step(action)
        over = terminated or truncated
        worlds.append(env.world)
    return worlds


def at_the_fence(seed: int) -> tuple[Pursuit, int, Move]:
    """Return a game whose zone is closed, and a hunter with a move that enters it."""
    env = Pursuit(kinds=("zone",))
    env.reset(seed=seed)
    while not env.world.state.zone:
        env.step(STAY)
    state = env.world.state
    for cell in state.zone:
        for move in ("up", "down", "left", "right"):
            row, column = cell[0] - STEPS[move][0], cell[1] - STEPS[move][1]
            here = (row, column)
            free = here not in (*state.hunters, *state.prey)
            if is_open(state, here) and free:
                hunters = (here, *state.hunters[1:])
                env.world = replace(env.world, state=replace(state, hunters=hunters))
                return env, 0, move
    raise AssertionError(f"no open cell beside the zone of seed {seed}")


def test_gymnasium_finds_nothing_wrong_with_the_env() -> None:
    check_env(Pursuit(), skip_render_check=True)


def test_the_picture_shows_each_piece_and_the_bulletin() -> None:
    env = Pursuit(kinds=("decoy",))
    env.reset(seed=3)
    picture = env.render()
    assert picture.count("<circle") == 6
    assert f"step 0: {env.world.state.bulletin}" in picture


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.integers(0, 2**31 - 1))
def test_no_piece_ever_stands_where_none_may(seed: int) -> None:
    for world in played(seed):
        state = world.state
        prey = [p for p, loose in zip(state.prey, state.loose, strict=True) if loose]
        pieces = [*state.hunters, *prey]
        assert all(is_open(state, cell) for cell in pieces)
        assert len(set(pieces)) == len(pieces)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.integers(0, 2**31 - 1), st.sampled_from(ALL_KINDS))
def test_hunters_move_one_cell_and_prey_that_are_gone_stay_gone(
    seed: int, kind: Kind
) -> None:
    worlds = played(seed, (kind,))
    for before, now in pairwise(worlds):
        hunters = zip(before.state.hunters, now.state.hunters, strict=True)
        assert all(gap(a, b) <= 1 for a, b in hunters)
        assert now.state.walls == before.state.walls
        for i in range(3):
            assert not (now.caught[i] and now.state.loose[i])
            if not before.state.loose[i]:
                assert not now.state.loose[i]
                assert now.caught[i] == before.caught[i]
                assert now.state.prey[i] == before.state.prey[i]


def test_the_same_seed_and_actions_give_the_same_episode() -> None:
    for seed in range(20):
        assert played(seed) == played(seed)
    assert played(0)[0] != played(1)[0]


def test_a_board_is_drawn_with_every_kind_of_notice() -> None:
    env = Pursuit()
    found: Counter[str] = Counter()
    for seed in range(300):
        env.reset(seed=seed)
        found[env.world.notice.kind] += 1
    assert set(found) == set(ALL_KINDS) == set(WORDS)
    assert min(found.values()) >= 300 / len(ALL_KINDS) / 2


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_notice_is_told_when_it_begins_to_hold_and_not_before(kind: Kind) -> None:
    env = Pursuit(kinds=(kind,))
    _, info = env.reset(seed=5)
    notice = env.world.notice
    while env.world.state.step < notice.at:
        assert (env.world.state.bulletin, info["hint"]) == ("no news", None)
        *_, info = env.step(STAY)
    assert env.world.state.bulletin == str(notice)
    assert info["hint"] == notice


@pytest.mark.parametrize("seed", range(5))
def test_a_move_into_the_zone_is_counted_and_is_a_stay(seed: int) -> None:
    env, hunter, move = at_the_fence(seed)
    before = env.world.state.hunters[hunter]
    assert after(before, move) in env.world.state.zone
    action = list(STAY)
    action[hunter] = MOVES.index(move)
    *_, info = env.step(action)
    assert info["illegal_moves"] == 1
    assert env.world.state.hunters[hunter] == before
    *_, info = env.step(STAY)
    assert info["illegal_moves"] == 1


def test_a_move_off_the_board_or_into_a_wall_is_a_stay_and_not_illegal() -> None:
    env = Pursuit(kinds=("plain",), horizon=200)
    env.reset(seed=1)
    illegal = 0
    for _ in range(SIZE + 2):
        *_, info = env.step([MOVES.index("up")] * 3)
        illegal += info["illegal_moves"]
    before = env.world.state.hunters
    env.step([MOVES.index("up")] * 3)
    assert (env.world.state.hunters, illegal) == (before, 0)


@pytest.mark.parametrize("stage", [stage.name for stage in TASK.stages])
@pytest.mark.parametrize("kind", ALL_KINDS)
def test_news_goes_first_then_the_fact_and_that_is_the_expert(
    kind: Kind, stage: str
) -> None:
    """What a reader with no other knowledge picks from the menu is the right call."""
    conditions = {f.condition: f.name for f in menu_of(TASK, stage)}
    seen = set()
    for seed in range(12):
        state, notice = open_board(seed, kind)
        cells: tuple[Routes, ...] = (state.prey, state.hunters)
        for routes in cells:
            results = {"targets": (1, 2, 3), "routes": routes}
            fact, bulletin = TASK.facts(state, stage, results).split("; ")
            assert bulletin == str(notice)
            news = re.sub(r"\b(prey|hunter) \d", r"a \1", bulletin)
            told = [c for c in conditions if news.startswith(c)]
            told += [c for c in conditions if MEANS.get(kind) == c]
            assert len(told) <= 1
            picked = told[0] if told else fact
            call = TASK.expert(state, stage, results, notice)
            assert call.function == conditions[picked]
            if kind in NOT_ANSWERED:
                assert call == TASK.expert(state, stage, results, None)
            seen.add(fact)
    assert len(seen) == (2 if stage == "move" else 1)


def open_board(seed: int, kind: Kind) -> tuple[Any, Notice]:
    """Return a state in which a notice of this kind holds."""
    env = Pursuit(kinds=(kind,))
    env.reset(seed=seed)
    while env.world.state.step < env.world.notice.at:
        env.step(STAY)
    return env.world.state, env.world.notice


def test_the_expert_wins_and_words_are_why() -> None:
    with Jail(TASK, base_of("pursuit").functions) as jail:

        def won(player: Player) -> float:
            games = [rollout(TASK, jail, player, seed) for seed in SEEDS]
            assert not any(game.invalid_calls for game in games)
            return sum(game.success for game in games) / len(games)

        expert, code_only = won(Expert(TASK)), won(CodeOnly(TASK))
    assert expert >= 0.85
    assert expert - code_only >= 0.2


def test_every_phrase_has_as_many_wordings_and_none_says_two_things() -> None:
    said = Counter([*WORDINGS, *(w for others in WORDINGS.values() for w in others)])
    assert [wording for wording, times in said.items() if times > 1] == []
    assert {len(others) for others in WORDINGS.values()} == {WORDINGS_EACH}


def test_a_wording_names_whom_it_is_about_exactly_when_its_phrase_does() -> None:
    for phrase, others in WORDINGS.items():
        assert {w.count("{who}") for w in others} == {phrase.count("{who}")}, phrase


def test_every_condition_and_every_notice_is_in_the_vocabulary() -> None:
    conditions = {f.condition for f in base_of("pursuit").functions}
    notices = {words.replace("{half}", "{who}") for words in WORDS.values()}
    assert conditions - set(WORDINGS) == set()
    assert notices - set(WORDINGS) == set()


@pytest.mark.parametrize("kind", ["decoy", "noise", "tired"])
def test_sudden_news_comes_while_the_game_runs(kind: Kind) -> None:
    env = Pursuit(kinds=(kind,), sudden=True)
    said = []
    for seed in range(12):
        _, info = env.reset(seed=seed)
        assert env.world.notice.kind == kind
        assert info["state"].bulletin == "no news" and info["hint"] is None
        while info["state"].bulletin == "no news":
            *_, info = env.step([4, 4, 4])
        said.append(info["state"].step)
        assert info["hint"] == env.world.notice
    assert 4 <= min(said) < max(said) <= 12
