"""Episodes come back from disk as they were."""

import json
from dataclasses import replace

import pytest

from ldc.errors import DatasetError
from ldc.ir import Episode, TaskSpec
from ldc.jail import Jail
from ldc.play.players import RandomLegal
from ldc.play.record import episode_of, record
from ldc.play.rollout import rollout
from tests.play.bases import TASKS, base_of


def played(task: TaskSpec) -> Episode:
    base = base_of(task.name)
    with Jail(task, base.functions) as jail:
        return rollout(task, jail, RandomLegal(task, base, 1), 5)


@pytest.mark.parametrize("name", sorted(TASKS))
def test_an_episode_survives_the_disk(name: str) -> None:
    task = TASKS[name]
    game = played(task)
    back = episode_of(task, json.loads(json.dumps(record(task, game))), "here")
    steps = tuple(replace(step, hint=None) for step in game.steps)
    assert back == replace(game, steps=steps)
    assert len(back.steps) > 0


def test_a_damaged_record_says_where() -> None:
    task = TASKS["pursuit"]
    data = record(task, played(task))
    data["steps"][0]["state"] = {"nothing": 1}
    with pytest.raises(DatasetError, match=r"7\.json: no episode of pursuit"):
        episode_of(task, data, "7.json")
