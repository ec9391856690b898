"""A task whose last stage repeats: every guard on duty makes a move of its own."""

from collections.abc import Mapping
from typing import Any

import gymnasium as gym
import numpy as np

from ldc.ir import Call, Results, Stage, TaskSpec, Variable
from ldc.turns import line_name
from tests.patrol import state as words
from tests.patrol.state import Cell, Shift, Shifts, State, place

AIM = Stage(name="aim", result="aim", returns=Cell, title="where to go")
MOVE = Stage(
    name="move",
    result="moves",
    returns=Shift,
    title="how the guard moves",
    each="guards",
    one="move",
)


class Corridor(gym.Env[State, tuple[int, ...]]):
    """Guards walk to the lamp; one that stands there goes off duty."""

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[State, dict[str, Any]]:
        """Draw guards, cells, the lamp, and who is tired."""
        super().reset(seed=seed)
        coin = np.random.default_rng(seed)
        chosen = coin.choice(4, size=coin.integers(1, 5), replace=False)
        guards = tuple(sorted(int(n) + 1 for n in chosen))
        self._seen = State(
            guards=guards,
            cells=tuple(int(n) for n in coin.integers(1, 10, len(guards))),
            lamp=0,
            tired=tuple(g for g in guards if coin.random() < 0.5),
        )
        self._steps = 0
        return self._seen, {}

    def step(
        self, action: tuple[int, ...]
    ) -> tuple[State, float, bool, bool, dict[str, Any]]:
        """Move every guard; a tired one that runs stays where it is."""
        seen = self._seen
        moved = {}
        for guard, cell, shift in zip(seen.guards, seen.cells, action, strict=True):
            far = abs(shift) > (1 if guard in seen.tired else 2)
            moved[guard] = cell if far else min(9, max(0, cell + shift))
        left = tuple(guard for guard in seen.guards if moved[guard] != seen.lamp)
        arrived = len(seen.guards) - len(left)
        cells = tuple(moved[guard] for guard in left)
        self._seen = State(guards=left, cells=cells, lamp=seen.lamp, tired=seen.tired)
        self._steps += 1
        info = {"score": float(not left), "success": not left}
        return self._seen, float(arrived), not left, self._steps >= 12, info


def facts(state: State, stage: str, results: Results) -> str:
    """Say whether the lamp is on, and of the guard whose turn it is, where it is."""
    if stage == "aim":
        return "the lamp is on"
    guard = state.guards[len(results["moves"])]
    tired = "the guard is tired, " if guard in state.tired else ""
    there = place(state, guard) == results["aim"]
    return f"{tired}the guard is {'at' if there else 'away from'} the aim"


def live(state: State) -> Mapping[str, tuple[Any, ...]]:
    """Return the guards on duty."""
    return {"guards": state.guards}


def expert(state: State, stage: str, results: Results, hint: Any) -> Call:
    """Aim at the lamp and go there; the tired slowly."""
    here = ("state", Variable("state"))
    if stage == "aim":
        return Call(stage=stage, result="aim", function="at_lamp", arguments=(here,))
    guard = state.guards[len(results["moves"])]
    slow = (("pace", 1),) if guard in state.tired else ()
    return Call(
        stage=stage,
        result=line_name(MOVE, guard),
        function="toward",
        arguments=(here, ("aim", Variable("aim")), ("guard", guard), *slow),
    )


def always_small(state: State, aim: Cell, move: Shift) -> bool:
    """One guard's shift is two cells at most."""
    return abs(move) <= 2


def always_one_a_guard(state: State, moves: Shifts) -> bool:
    """There is a shift for every guard."""
    return len(moves) == len(state.guards)


PATROL = TaskSpec(
    name="patrol",
    goal="Guards walk to the lamp.",
    instructions="Every guard on duty goes to the lamp.",
    state=State,
    stages=(AIM, MOVE),
    action=Shifts,
    make_env=Corridor,
    state_of=lambda observation, info: observation,
    action_of=lambda moves: moves,
    facts=facts,
    numbers=lambda state: f"guards {state.guards} cells {state.cells}",
    told=lambda state: "",
    draw=lambda state: f"<svg><text>{state.cells}</text></svg>",
    live=live,
    expert=expert,
    properties={"move": (always_small,), "moves": (always_one_a_guard,)},
    wordings={},
    state_module="tests.patrol.state",
    words=vars(words),
)
"""The whole patrol task."""
