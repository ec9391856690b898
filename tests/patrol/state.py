"""The words of the patrol task."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le, MaxLen

from ldc.ir import Live

Guard = Annotated[int, Ge(1), Le(4), Live("guards")]
"""A guard by number; only those on duty can be named."""

Cell = Annotated[int, Ge(0), Le(9)]
"""A place in the corridor, from the left."""

Shift = Annotated[int, Ge(-2), Le(2)]
"""How far a guard goes, to the right."""

Pace = Annotated[int, Ge(1), Le(2)]
"""Cells a step."""

Shifts = Annotated[tuple[Shift, ...], MaxLen(4)]
"""Of every guard on duty."""


@dataclass(frozen=True, slots=True)
class State:
    """What is seen."""

    guards: tuple[Guard, ...]
    """Those on duty, sorted."""
    cells: tuple[Cell, ...]
    """Where each of them is."""
    lamp: Cell
    """Where all should go."""
    tired: tuple[Guard, ...]
    """Those that go one cell a step."""


def possible(state: State) -> bool:
    """Say whether a state can occur."""
    listed = state.guards == tuple(sorted(set(state.guards)))
    return listed and bool(state.guards) and len(state.cells) == len(state.guards)


def place(state: State, guard: Guard) -> Cell:
    """Return where a guard is."""
    return state.cells[state.guards.index(guard)]
