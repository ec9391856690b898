"""What a task tells of its states, as far as a sample of them shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from ldc.author.asks import Told
from ldc.check.inputs import Arguments, among, draw
from ldc.ir import Stage, TaskSpec, spell

GAMES = 64
"""Games whose first state is looked at."""

EXAMPLES = 24
"""Arguments drawn for a stage."""


@dataclass(frozen=True, slots=True)
class Sample:
    """States that games begin with, and results that may come before a stage."""

    task: TaskSpec
    states: tuple[Any, ...]

    def arguments(self, stage: Stage, extra: dict[str, Any]) -> list[Arguments]:
        """Return arguments for a function of a stage.

        Args:
            stage: Says which results come before.
            extra: Parameters that are the function's own, with their types.
        """
        place = self.task.stages.index(stage)
        types = {s.result: s.returns for s in self.task.stages[:place]} | extra
        drawn = among(self.task, types, self.states)
        return draw(drawn, examples=EXAMPLES, seed=0)

    def values(self) -> dict[str, str]:
        """Return "state" and each result -> a value, spelled; of a row, a part."""
        found = {"state": min(map(spell, self.states), key=lambda s: (len(s), s))}
        for stage in self.task.stages:
            drawn = self.arguments(stage, {"value": stage.returns})
            value = drawn[len(drawn) // 2]["value"]
            parts = get_args(stage.returns)
            row = get_origin(stage.returns) is tuple and len({*map(repr, parts)}) == 1
            found[stage.result] = spell(value[0] if row and value else value)
        return found

    def told(self) -> Iterator[Told]:
        """Yield what the facts say at each stage of each state."""
        for stage in self.task.stages:
            seen = self.arguments(stage, {})
            results = [{n: v for n, v in row.items() if n != "state"} for row in seen]
            for i, state in enumerate(self.states):
                news = bool(self.task.told(state))
                for before in (results[i % len(results)], *results[:2]):
                    facts = self.task.facts(state, stage.name, before)
                    yield stage.name, facts, news


def sample(task: TaskSpec) -> Sample:
    """Return the first states of some games, each once, the same every time."""
    env = task.make_env()
    states: list[Any] = []
    for seed in range(GAMES):
        observation, info = env.reset(seed=seed)
        states.append(task.state_of(observation, info))
    env.close()
    return Sample(task, tuple(dict.fromkeys(states)))
