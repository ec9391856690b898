"""Who chooses: uniformly among legal calls, always the same, or as the expert does."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from ldc.constrain import narrow
from ldc.dataset import scope_of
from ldc.ir import Call, FunctionBase, Prompt, Results, TaskSpec
from ldc.turns import turn_of, whose


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One call and what choosing it cost."""

    call: Call
    candidates: tuple[str, ...]
    log_probability: float
    forward_passes: int = 0
    branches: int = 0
    prompts: tuple[Prompt, ...] = field(default=())
    branch_log_probabilities: tuple[float, ...] = ()
    entropy_bits: tuple[float, ...] = ()


class Player(Protocol):
    """Chooses a call at every stage of every step."""

    name: str

    def choose(self, state: Any, stage: str, results: Results, hint: Any) -> Chosen:
        """Return the call; only the expert may read `hint`."""
        ...


class RandomLegal:
    """Draws uniformly from the grammar."""

    def __init__(self, task: TaskSpec, base: FunctionBase, seed: int) -> None:
        self.name = "random-legal"
        self._task, self._base = task, base
        self._coin = random.Random(seed)

    def choose(self, state: Any, stage: str, results: Results, hint: Any) -> Chosen:
        """Return a legal call."""
        candidates = tuple(f for f in self._base.functions if f.stage == stage)
        who = turn_of(self._task, stage, state, results).who
        groups, scope = self._task.live(state), scope_of(self._task, stage)
        grammar = narrow(self._task, stage, candidates, groups, scope, who=who)
        call = grammar.sample(self._coin)
        return Chosen(
            call=call,
            candidates=tuple(f.name for f in candidates),
            log_probability=0.0,
        )


class Expert:
    """The hand-written player, which knows what the words mean."""

    def __init__(self, task: TaskSpec) -> None:
        self.name = "expert"
        self._task = task

    def choose(self, state: Any, stage: str, results: Results, hint: Any) -> Chosen:
        """Return the right call."""
        call = self._task.expert(state, stage, results, hint)
        return Chosen(call=call, candidates=(call.function,), log_probability=0.0)


class CodeOnly(Expert):
    """The expert without the words: what code alone can do."""

    def __init__(self, task: TaskSpec) -> None:
        super().__init__(task)
        self.name = "code-only"

    def choose(self, state: Any, stage: str, results: Results, hint: Any) -> Chosen:
        """Return the call that would be right without news."""
        return super().choose(state, stage, results, None)


class Constant:
    """Always the same call at every stage, with the object whose turn it is."""

    def __init__(
        self, name: str, calls: Sequence[Call], task: TaskSpec, base: FunctionBase
    ) -> None:
        self.name = name
        self.calls = tuple(calls)
        self._task = task
        self._calls = {call.stage: call for call in calls}
        stages = {stage.name: stage for stage in task.stages}
        self._own = {f.name: whose(stages[f.stage], f) for f in base.functions}

    def choose(self, state: Any, stage: str, results: Results, hint: Any) -> Chosen:
        """Return the stage's fixed call."""
        call, turn = self._calls[stage], turn_of(self._task, stage, state, results)
        own = self._own[call.function]
        given = tuple((n, turn.who if n == own else v) for n, v in call.arguments)
        call = replace(call, result=turn.result, arguments=given)
        return Chosen(call=call, candidates=(call.function,), log_probability=0.0)


class Wrong:
    """The expert, but sometimes any legal call: it visits what the expert avoids."""

    def __init__(
        self, task: TaskSpec, base: FunctionBase, share: float, seed: int
    ) -> None:
        self.name = "wrong"
        self._expert = Expert(task)
        self._random = RandomLegal(task, base, seed)
        self._share = share
        self._coin = random.Random(seed)

    def choose(self, state: Any, stage: str, results: Results, hint: Any) -> Chosen:
        """Return the right call, or with the given share any legal one."""
        wrong = self._coin.random() < self._share
        player = self._random if wrong else self._expert
        return player.choose(state, stage, results, hint)
