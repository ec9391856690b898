"""The best constant choice: one fixed call a stage, all combinations tried."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from ldc.constrain import narrow
from ldc.constrain.productions import call_text, nth_way, ways
from ldc.dataset import scope_of
from ldc.ir import Call, Episode, FunctionBase, TaskSpec
from ldc.jail import Jail
from ldc.play.players import Constant
from ldc.play.rollout import rollout
from ldc.progress import tracked
from ldc.turns import begun, turn_of

KEEP = 4
"""After each round one combination in so many stays, on twice the seeds."""


def calls_of(
    task: TaskSpec, base: FunctionBase, stage: str, state: Any
) -> tuple[Call, ...]:
    """Return every call of a stage that is legal in a state, in base order.

    In a stage that repeats, these are the calls of its first line.
    """
    functions = tuple(f for f in base.functions if f.stage == stage)
    who = turn_of(task, stage, state, begun(task)).who
    groups, scope = task.live(state), scope_of(task, stage)
    grammar = narrow(task, stage, functions, groups, scope, who=who)
    found = []
    for head in grammar.heads:
        values = [[nth_way(slot, i) for i in range(ways(slot))] for slot in head.slots]
        names = [slot.name for slot in head.slots]
        for chosen in product(*values):
            given = dict(zip(names, chosen, strict=True))
            found.append(grammar.parse(call_text(head, given)))
    return tuple(found)


def combinations(
    task: TaskSpec, base: FunctionBase, state: Any
) -> Iterator[tuple[Call, ...]]:
    """Yield one call a stage, every combination."""
    yield from product(*(calls_of(task, base, s.name, state) for s in task.stages))


def best_constant(
    task: TaskSpec, base: FunctionBase, seeds: Sequence[int]
) -> tuple[Constant, tuple[Episode, ...]]:
    """Return the constant player with the best mean score, and how it played.

    All combinations play a few of the seeds; the best quarter plays twice as many, and
    so on until one is left (successive halving): a loser by luck is possible, a winner
    by luck is not, since the last one has played all seeds.

    Args:
        task: The task.
        base: Its functions.
        seeds: To choose on; scores are taken on others.
    """
    env = task.make_env()
    observation, info = env.reset(seed=seeds[0])
    rest = list(combinations(task, base, task.state_of(observation, info)))
    games_each = max(4, len(seeds) // 8)
    with Jail(task, base.functions) as jail:

        def play(calls: tuple[Call, ...]) -> tuple[float, float]:
            player = Constant("constant", calls, task, base)
            games = [rollout(task, jail, player, seed) for seed in seeds[:games_each]]
            won = sum(game.success for game in games)
            return won / len(games), sum(game.score for game in games) / len(games)

        while len(rest) > 1:
            scores = [play(calls) for calls in tracked(rest, "trying constants")]
            order = sorted(range(len(rest)), key=lambda i: scores[i], reverse=True)
            rest = [rest[i] for i in order[: max(1, len(rest) // KEEP)]]
            games_each = min(len(seeds), games_each * 2)
        player = Constant("constant", rest[0], task, base)
        return player, tuple(rollout(task, jail, player, seed) for seed in seeds)
