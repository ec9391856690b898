"""One episode: reset, choose stage by stage, run the calls, step, until the end."""

import time
from collections.abc import Mapping
from typing import Any

from ldc.dataset import values_of
from ldc.ir import Decision, Episode, Step, TaskSpec
from ldc.jail import CallFailed, Jail
from ldc.play.players import Player


def decide(
    task: TaskSpec, jail: Jail, player: Player, state: Any, hint: Any
) -> Decision:
    """Return the calls of one step with their results.

    Raises:
        JailError: A call has no result.
    """
    started = time.perf_counter()
    results: dict[str, Any] = {}
    chosen = []
    for stage in task.stages:
        choice = player.choose(state, stage.name, results, hint)
        arguments = values_of(choice.call, state, results)
        results[stage.result] = jail.call(choice.call.function, arguments)
        chosen.append(choice)
    return Decision(
        calls=tuple(c.call for c in chosen),
        results=tuple(results.values()),
        candidates=tuple(c.candidates for c in chosen),
        log_probabilities=tuple(c.log_probability for c in chosen),
        forward_passes=sum(c.forward_passes for c in chosen),
        branches=sum(c.branches for c in chosen),
        milliseconds=(time.perf_counter() - started) * 1000,
        prompts=tuple(prompt for c in chosen for prompt in c.prompts),
    )


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
            decision = decide(task, jail, player, state, hint)
        except CallFailed as failure:
            invalid += 1
            incidents.append(str(failure))
            break
        action = task.action_of(decision.results[-1])
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
        player=player.name,
        seed=seed,
        steps=tuple(steps),
        terminated=bool(terminated),
        truncated=bool(truncated),
        score=float(info.get("score", total)),
        success=bool(info.get("success", total > 0)),
        invalid_calls=invalid,
        incidents=tuple(incidents),
    )
