"""One episode: reset, choose stage by stage, run the calls, step, until the end."""

import time
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from ldc.dataset import values_of
from ldc.ir import Decision, Episode, Results, Step, TaskSpec
from ldc.jail import CallFailed
from ldc.play.players import Chosen, Player
from ldc.turns import begun, gathered, kept, turns


@dataclass(frozen=True, slots=True)
class Ask:
    """What a player is asked: the arguments of `Player.choose`."""

    state: Any
    stage: str
    results: Results
    hint: Any


@dataclass(frozen=True, slots=True)
class Answer:
    """What it chose, and how long that took."""

    chosen: Chosen
    milliseconds: float


class Runs(Protocol):
    """Runs the functions of a base: a jail, or what stands for one."""

    def call(self, name: str, arguments: Mapping[str, Any]) -> Any:
        """Return what a function returns, as `Jail.call`."""
        ...


class Watch(Protocol):
    """Stands beside an episode, and may change between its steps what decides it."""

    def begins(self, state: Any) -> Iterable[str]:
        """Return what is to be noted before a step is decided."""
        ...

    def takes_back(self, state: Any, made: Decision | CallFailed) -> str:
        """Return why a decision is made again before it counts; "" when it stands."""
        ...


Made = TypeVar("Made")
Deciding = Generator[Ask, Answer, Decision]
Playing = Generator[Ask, Answer, Episode]


def decide(
    task: TaskSpec, jail: Runs, player: Player, state: Any, hint: Any
) -> Decision:
    """Return the calls of one step with their results.

    Raises:
        JailError: A call has no result.
    """
    return _driven(deciding(task, jail, state, hint), player)


def rollout(
    task: TaskSpec,
    jail: Runs,
    player: Player,
    seed: int,
    options: Mapping[str, Any] | None = None,
    watch: Watch | None = None,
) -> Episode:
    """Play one episode; the same seed and player give the same episode.

    Args:
        task: Makes the env.
        jail: Runs the functions.
        player: Chooses the calls.
        seed: Of the env.
        options: For the env.
        watch: Told of every step.
    """
    return _driven(playing(task, jail, player.name, seed, options, watch), player)


def _driven(game: Generator[Ask, Answer, Made], player: Player) -> Made:
    """Answer all that is asked with one player's choices."""
    try:
        ask = next(game)
        while True:
            started = time.perf_counter()
            chosen = player.choose(ask.state, ask.stage, ask.results, ask.hint)
            took = (time.perf_counter() - started) * 1000
            ask = game.send(Answer(chosen, took))
    except StopIteration as end:
        made: Made = end.value
        return made


def deciding(task: TaskSpec, jail: Runs, state: Any, hint: Any) -> Deciding:
    """Ask for the call of each line in turn, and run it.

    Raises:
        JailError: A call has no result.
    """
    results = begun(task)
    chosen, returned = [], []
    milliseconds = 0.0
    for turn in turns(task, state):
        answer = yield Ask(state, turn.stage.name, results, hint)
        started = time.perf_counter()
        call = answer.chosen.call
        arguments = values_of(call, state, results)
        returned.append(jail.call(call.function, arguments))
        results = kept(turn, results, returned[-1])
        chosen.append(answer.chosen)
        milliseconds += answer.milliseconds + (time.perf_counter() - started) * 1000
    return Decision(
        calls=tuple(c.call for c in chosen),
        results=tuple(returned),
        candidates=tuple(c.candidates for c in chosen),
        log_probabilities=tuple(c.log_probability for c in chosen),
        forward_passes=sum(c.forward_passes for c in chosen),
        branches=sum(c.branches for c in chosen),
        milliseconds=milliseconds,
        prompts=tuple(prompt for c in chosen for prompt in c.prompts),
        branch_log_probabilities=tuple(c.branch_log_probabilities for c in chosen),
        entropy_bits=tuple(c.entropy_bits for c in chosen),
    )


def playing(
    task: TaskSpec,
    jail: Runs,
    name: str,
    seed: int,
    options: Mapping[str, Any] | None = None,
    watch: Watch | None = None,
) -> Playing:
    """Play one episode with whoever answers; arguments as of `rollout`."""
    env = task.make_env(**(options or {}))
    observation, info = env.reset(seed=seed)
    steps: list[Step] = []
    total, illegal, invalid = 0.0, 0, 0
    terminated = truncated = False
    incidents: list[str] = []
    while not (terminated or truncated):
        state, hint = task.state_of(observation, info), info.get("hint")
        words = task.told(state)
        if words and words not in incidents:
            incidents.append(words)
        incidents += watch.begins(state) if watch else ()
        made: Decision | CallFailed
        try:
            made = yield from deciding(task, jail, state, hint)
        except CallFailed as failure:
            made = failure
        taken_back = watch.takes_back(state, made) if watch else ""
        if taken_back:
            incidents.append(taken_back)
            continue
        if isinstance(made, CallFailed):
            invalid += 1
            incidents.append(str(made))
            break
        results = gathered(task, state, made.results)
        action = task.action_of(results[task.stages[-1].result])
        observation, reward, terminated, truncated, info = env.step(action)
        before, illegal = illegal, int(info.get("illegal_moves", 0))
        total += float(reward)
        steps.append(
            Step(
                state=state,
                decision=made,
                reward=float(reward),
                illegal_moves=illegal - before,
                notes=words,
                hint=hint,
            )
        )
    return Episode(
        task=task.name,
        player=name,
        seed=seed,
        steps=tuple(steps),
        terminated=bool(terminated),
        truncated=bool(truncated),
        score=float(info.get("score", total)),
        success=bool(info.get("success", total > 0)),
        invalid_calls=invalid,
        incidents=tuple(incidents),
    )
