"""Labels by search: try every call in a copy of the game, and keep the best.

A student reads words and answers like words alike, so a call is tried as an answer to
the words: while they stand it is made again and again, everything else is the expert's.
The expert's call stays unless another is better by more than chance: two standard
errors of the paired difference, over states that read alike and redrawn luck.
"""

import copy
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from statistics import fmean, stdev
from typing import Any

from ldc.constrain import StageGrammar
from ldc.constrain.productions import call_text, nth_way, ways
from ldc.dataset.label import Question, values_of
from ldc.dataset.reading import Key, grammar_of, key_of
from ldc.errors import GrammarError, TaskError
from ldc.ir import Call, FunctionBase, TaskSpec
from ldc.jail import CallFailed, Jail
from ldc.turns import begun, kept, turns

SURE = 2.0
"""Standard errors that a call must be better by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How much is tried."""

    states: int = 6
    """That read alike, drawn from all that were met."""
    games: int = 2
    """From each state, with other luck."""
    horizon: int = 30
    """Steps of a game."""
    discount: float = 0.97
    """What a reward is worth one step later, so that sooner is better."""
    most_calls: int = 64
    """Calls tried for one question; of more, so many are drawn."""


@dataclass(frozen=True, slots=True)
class Past:
    """How to come back to a state: the seed, and the actions since."""

    seed: int
    actions: tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What came of one question."""

    expert: str
    """The expert's call."""
    best: str
    """The call that is kept."""
    gain: float
    """Of the best call over the expert's: mean discounted reward."""
    error: float
    """Standard error of that."""
    calls: int
    """How many were tried."""


class BySearch:
    """Tries calls in copies of the env.

    Args:
        task: Makes the env; its expert plays on.
        base: What can be called.
        jail: Runs it.
        met: `repr` of a state -> how to come back to it.
        seed: Of the luck, and of what is drawn.
        effort: How much is tried.
    """

    def __init__(
        self,
        task: TaskSpec,
        base: FunctionBase,
        jail: Jail,
        met: Mapping[str, Past],
        seed: int = 0,
        effort: Effort | None = None,
    ) -> None:
        self._task, self._base, self._jail, self._met = task, base, jail, met
        self._coin, self._effort = random.Random(seed), effort or Effort()
        self.tried: dict[Key, Tried] = {}
        """Every question so far, with what came of it."""

    def calls(self, questions: Sequence[Question]) -> tuple[Call, ...]:
        """Return the best call for each question; the expert's where it is not legal.

        Raises:
            TaskError: The env cannot be copied, or a state was not met.
        """
        alike: dict[Key, list[Question]] = {}
        for question in questions:
            alike.setdefault(key_of(self._task, question), []).append(question)
        for key in alike.keys() - self.tried.keys():
            count = min(len(alike[key]), self._effort.states)
            self.tried[key] = self._search(key, self._coin.sample(alike[key], count))
        return tuple(
            self._legal(question, self.tried[key_of(self._task, question)].best)
            for question in questions
        )

    def _search(self, key: Key, alike: Sequence[Question]) -> Tried:
        """Return the best call for questions that read alike."""
        own = [self._grammar(one).spell(self._expert(one)) for one in alike]
        plain = max(sorted(set(own)), key=own.count)
        offered = [set(texts_of(self._grammar(one))) for one in alike]
        others = sorted(set.intersection(*offered) - {plain})
        if len(others) > self._effort.most_calls:
            others = self._coin.sample(others, self._effort.most_calls)
        there = [(one, self._came_back(one)) for one in alike]
        luck = [self._coin.randrange(2**31) for _ in range(self._effort.games)]

        def worth(text: str) -> list[float]:
            games = product(there, luck)
            return [
                self._play(key, one, copied(env, c), text) for (one, env), c in games
            ]

        before = worth(plain)
        best, gain, error = plain, 0.0, 0.0
        for text in others:
            more = [a - b for a, b in zip(worth(text), before, strict=True)]
            spread = stdev(more) / math.sqrt(len(more)) if len(more) > 1 else math.inf
            if fmean(more) > max(gain, SURE * spread):
                best, gain, error = text, fmean(more), spread
        return Tried(
            expert=plain.strip(),
            best=best.strip(),
            gain=gain,
            error=error,
            calls=len(others) + 1,
        )

    def _play(self, key: Key, start: Question, env: Any, text: str) -> float:
        """Return the discounted reward of a game in which a call answers the words."""
        task, total, weight = self._task, 0.0, 1.0
        state, hint, results = start.state, start.hint, dict(start.results)
        for _ in range(self._effort.horizon):
            try:
                action = self._action(key, state, hint, results, text)
            except CallFailed:
                return total - weight
            observation, reward, terminated, truncated, info = env.step(action)
            total += weight * float(reward)
            weight *= self._effort.discount
            if terminated or truncated:
                break
            state, hint = task.state_of(observation, info), info.get("hint")
            results = begun(task)
        return total

    def _action(
        self, key: Key, state: Any, hint: Any, results: dict[str, Any], text: str
    ) -> Any:
        """Return the action of a step whose first lines have been run."""
        task = self._task
        done = sum(
            len(results[stage.result]) if stage.each else stage.result in results
            for stage in task.stages
        )
        for turn in turns(task, state)[done:]:
            line = Question(
                state=state, stage=turn.stage.name, results=results, hint=hint
            )
            same = key_of(task, line) == key
            call = self._legal(line, text) if same else self._expert(line)
            value = self._jail.call(call.function, values_of(call, state, results))
            results = kept(turn, results, value)
        return task.action_of(results[task.stages[-1].result])

    def _expert(self, line: Question) -> Call:
        return self._task.expert(line.state, line.stage, line.results, line.hint)

    def _grammar(self, line: Question) -> StageGrammar:
        return grammar_of(self._task, self._base, line)

    def _legal(self, line: Question, text: str) -> Call:
        """Return the call that a text spells; the expert's where it is not legal."""
        try:
            return self._grammar(line).parse(text)
        except GrammarError:
            return self._expert(line)

    def _came_back(self, line: Question) -> Any:
        """Return an env in the state of a question."""
        past = self._met.get(repr(line.state))
        if past is None:
            raise TaskError(
                "labels by search",
                f"a state of {self._task.name!r} was not met in a game: {line.state!r}",
                "give each state with its past",
            )
        env = self._task.make_env()
        env.reset(seed=past.seed)
        for action in past.actions:
            env.step(action)
        return env


def texts_of(grammar: StageGrammar) -> Iterator[str]:
    """Yield every call of a grammar, as it is spelled."""
    for head in grammar.heads:
        names = [slot.name for slot in head.slots]
        values = [[nth_way(slot, i) for i in range(ways(slot))] for slot in head.slots]
        for chosen in product(*values):
            yield call_text(head, dict(zip(names, chosen, strict=True)))


def copied(env: Any, seed: int) -> Any:
    """Return a copy of an env in which chance is drawn anew.

    Else search would know the next card: every generator that the env, or an env that
    it wraps, holds in an attribute is replaced by a fresh one.

    Raises:
        TaskError: The env cannot be copied.
    """
    import numpy as np

    fresh: dict[int, Any] = {}
    layer, layers = env, []
    while layer is not None and layer not in layers:
        layers.append(layer)
        for value in vars(layer).values():
            if isinstance(value, random.Random):
                fresh[id(value)] = random.Random(seed)
            elif isinstance(value, np.random.Generator):
                fresh[id(value)] = np.random.default_rng(seed)
        layer = vars(layer).get("env")
    try:
        return copy.deepcopy(env, fresh)
    except (TypeError, copy.Error, AttributeError) as error:
        raise TaskError(
            f"env {type(env).__name__}",
            f"cannot be copied: {error}",
            "give it a __deepcopy__, or take labels from the expert",
        ) from error
