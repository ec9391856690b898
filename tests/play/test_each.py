"""A stage that repeats for each live object: from the grammar to an episode on disk."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from ldc.author.source import read_folder
from ldc.check import Settings, check
from ldc.constrain import Tokens, compile_grammar, narrow, verify
from ldc.constrain.token_mask import engine_of
from ldc.dataset import dataset, label, scope_of
from ldc.errors import GrammarError, TaskError
from ldc.ir import Episode, FunctionBase
from ldc.jail import Jail
from ldc.play.constant import best_constant
from ldc.play.players import Constant, Expert, Player, RandomLegal
from ldc.play.record import call_of, episode_of, record
from ldc.play.rollout import rollout
from ldc.render import Renderer
from ldc.turns import line_name, turn_of, turns
from tests.constrain.conftest import tokens
from tests.patrol import MOVE, PATROL
from tests.patrol.state import State

__all__ = ["tokens"]

ROOT = Path(__file__).parents[2]
FUNCTIONS = read_folder(PATROL, ROOT / "tests/patrol/base", ROOT)
BASE = FunctionBase(task="patrol", functions=FUNCTIONS, digest="0")
SEEN = State(guards=(1, 3), cells=(4, 7), lamp=0, tired=(3,))


def played(player: Player, seed: int) -> Episode:
    with Jail(PATROL, FUNCTIONS) as jail:
        return rollout(PATROL, jail, player, seed)


def test_every_guard_has_a_line_of_its_own() -> None:
    assert [turn.result for turn in turns(PATROL, SEEN)] == ["aim", "move_1", "move_3"]
    assert turn_of(PATROL, "move", SEEN, {"aim": 0, "moves": ()}).who == 1
    assert turn_of(PATROL, "move", SEEN, {"aim": 0, "moves": (-2,)}).who == 3


def test_the_grammar_of_a_line_knows_whose_turn_it_is() -> None:
    moves = tuple(f for f in FUNCTIONS if f.stage == "move")
    scope, groups = scope_of(PATROL, "move"), PATROL.live(SEEN)
    grammar = narrow(PATROL, "move", moves, groups, scope, who=3)
    rng = random.Random(0)
    drawn = {grammar.spell(grammar.sample(rng)) for _ in range(300)}
    assert drawn == {
        " follow(state=state, guard=3, leader=1)\n",
        " follow(state=state, guard=3, leader=3)\n",
        " rest()\n",
        " toward(state=state, aim=aim, guard=3)\n",
        " toward(state=state, aim=aim, guard=3, pace=1)\n",
    }
    assert not grammar.accepts(" toward(state=state, aim=aim, guard=1)\n")
    assert grammar.parse(" rest()\n").result == "move_3"
    with pytest.raises(GrammarError, match="say whose turn it is"):
        narrow(PATROL, "move", moves, groups, scope)


def test_the_whole_grammar_has_a_line_for_every_guard_there_may_be() -> None:
    from llguidance import LLTokenizer

    assert verify(PATROL, BASE, samples=2) > 0
    engine = engine_of(compile_grammar(PATROL, BASE).text, LLTokenizer("byte"))

    def takes(*lines: str) -> bool:
        ids, copy = list("".join(lines).encode()), engine.deep_copy()
        return bool(copy.try_consume_tokens(ids) == len(ids) and copy.is_accepting())

    aim, first = "aim = at_door()\n", "move_1 = rest()\n"
    third = "move_3 = toward(state=state, aim=aim, guard=3, pace=1)\n"
    assert takes(aim, first, third) and takes(aim, third) and takes(aim)
    assert not takes(aim, third.replace("guard=3", "guard=1"))
    assert not takes(aim, third, first) and not takes(first)


def test_expert_and_random_player_play_it_and_it_survives_the_disk() -> None:
    for player in (Expert(PATROL), RandomLegal(PATROL, BASE, 1)):
        game = played(player, 5)
        assert game.invalid_calls == 0 and game.steps
        for step in game.steps:
            assert len(step.decision.calls) == 1 + len(step.state.guards)
        back = episode_of(PATROL, json.loads(json.dumps(record(PATROL, game))), "here")
        assert back == replace(
            game, steps=tuple(replace(step, hint=None) for step in game.steps)
        )
    games = [played(Expert(PATROL), seed) for seed in range(12)]
    assert all(game.success for game in games)
    assert len({len(step.state.guards) for g in games for step in g.steps}) > 2


def test_a_constant_player_calls_for_whoever_has_the_turn() -> None:
    texts = (
        "aim = at_lamp(state=state)",
        "move_1 = toward(state=state, aim=aim, guard=1, pace=1)",
    )
    calls = [call_of(t, s, PATROL) for t, s in zip(texts, ("aim", "move"), strict=True)]
    game = played(Constant("constant", calls, PATROL, BASE), 3)
    assert game.success and any(len(step.state.guards) > 1 for step in game.steps)
    assert str(game.steps[0].decision.calls[-1]).startswith("move_")
    best, _ = best_constant(PATROL, BASE, range(8))
    assert best.calls[-1].function == "toward"


def test_labels_become_examples_that_the_grammar_of_the_line_accepts(
    tokens: Tokens,
) -> None:
    games = [played(RandomLegal(PATROL, BASE, seed), seed) for seed in range(30)]
    with Jail(PATROL, FUNCTIONS) as jail:
        found = [
            label(PATROL, jail, step.state, None) for g in games for step in g.steps
        ]
    labels = [one for row, _ in found for one in row]
    action = found[0][1]
    assert len(action) == len(games[0].steps[0].state.guards)
    renderer = Renderer([ROOT / "templates"])
    made = dataset(
        PATROL, BASE, labels, renderer=renderer, tokens=tokens, rows=24, pretending=0.5
    )
    moves = [e for e in made.train if e.stage == "move"]
    assert moves and all(tokens.decode(e.completion_ids) == e.completion for e in moves)
    assert any("pace=1" in e.completion for e in moves)
    assert any("pace" not in e.completion for e in moves)
    assert any("the guard is tired" in e.prompt.state for e in moves)


def test_the_check_accepts_functions_of_a_repeating_stage(tmp_path: Path) -> None:
    # As many inputs as tell the mutants; the planted function is tested elsewhere.
    few = Settings(examples=60, large=180)
    verdicts = check(PATROL, FUNCTIONS, root=tmp_path, settings=few, planted=False)
    assert [(v.function.name, v.outcome, v.findings) for v in verdicts] == [
        (function.name, "accepted", ()) for function in FUNCTIONS
    ]


def test_a_group_that_is_not_there_and_an_object_without_a_name_are_said() -> None:
    lost = replace(PATROL, stages=(replace(MOVE, each="gards"),))
    with pytest.raises(TaskError, match="did you mean 'guards'"):
        turns(lost, SEEN)
    with pytest.raises(TaskError, match="no name for the line of -1"):
        line_name(MOVE, -1)
