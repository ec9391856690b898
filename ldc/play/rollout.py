"""One episode: reset, choose stage by stage, run the calls, step, until the end."""

import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from ldc.dataset import values_of
from ldc.ir import Decision, Episode, Results, Step, TaskSpec
from ldc.jail import CallFailed, Jail
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


Made = TypeVar("Made")
Deciding = Generator[Ask, Answer, Decision]
Playing = Generator[Ask, Answer, Episode]


def decide(
    task: TaskSpec, jail: Jail, player: Player, state: Any, hint: Any
) -> Decision:
    """Return the calls of one step with their results.

    Raises:
        JailError: A call has no result.
    """
    return _driven(deciding(task, jail, state, hint), player)


def rollout(
    task: TaskSpec,
    jail: Jail,
    player: Player,
    seed: int,
    options: Mapping[str, Any] | None = None,
) -> Episode:
    """Play one episode; the same seed and player give the same episode.

    Args:
        task: Makes the env.
        jail: Runs the functions.
        player: Chooses the calls.
        seed: Of the env.
        options: For the env.
    """
    return _driven(playing(task, jail, player.name, seed, options), player)


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


def deciding(task: TaskSpec, jail: Jail, state: Any, hint: Any) -> Deciding:
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
    jail: Jail,
    name: str,
    seed: int,
    options: Mapping[str, Any] | None = None,
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
        try:
            decision = yield from deciding(task, jail, state, hint)
        except CallFailed as failure:
            invalid += 1
            incidents.append(str(failure))
            break
        made = gathered(task, state, decision.results)
        action = task.action_of(made[task.stages[-1].result])
        observation, reward, terminated, truncated, info = env.step(action)
        before, illegal = illegal, int(info.get("illegal_moves", 0))
        total += float(reward)
        steps.append(
            Step(
                state=state,
                decision=decision,
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
