"""The words of pursuit: what functions are written with, and small trusted helpers."""

from collections import deque
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from typing import Annotated, Literal

from annotated_types import Ge, Le, Lt, MaxLen

from ldc.ir import Live

SIZE = 10
"""Rows and columns of the board."""

Index = Annotated[int, Ge(0), Lt(SIZE)]
"""A row or a column: 0 to 9, counted from the top left corner."""

Cell = tuple[Index, Index]
"""One square of the board, as (row, column)."""

Hunter = Annotated[int, Ge(1), Le(3), Live("hunters")]
"""A hunter by its number, 1 to 3."""

Prey = Annotated[int, Ge(1), Le(3), Live("prey")]
"""A prey by its number, 1 to 3; only prey still at large can be named."""

Move = Literal["up", "down", "left", "right", "stay"]
"""One step of one hunter."""

Targets = tuple[Prey, Prey, Prey]
"""Whom each hunter chases, hunter 1 first."""

Routes = tuple[Cell, Cell, Cell]
"""The cell that each hunter heads for, hunter 1 first."""

Moves = tuple[Move, Move, Move]
"""What each hunter does now, hunter 1 first."""

STEPS: dict[Move, Cell] = {
    "up": (-1, 0),
    "down": (1, 0),
    "left": (0, -1),
    "right": (0, 1),
    "stay": (0, 0),
}
"""How far each move goes, as (rows, columns)."""

FAR = 99
"""A distance longer than any way on the board: there is no way."""


@dataclass(frozen=True, slots=True)
class State:
    """The board as the hunters see it."""

    hunters: tuple[Cell, Cell, Cell]
    prey: tuple[Cell, Cell, Cell]
    """Where each prey is; for one no longer at large, where it was last."""
    loose: tuple[bool, bool, bool]
    """Which prey are still at large."""
    walls: Annotated[tuple[Cell, ...], MaxLen(24)]
    zone: Annotated[tuple[Cell, ...], MaxLen(24)]
    """Cells that no hunter may enter; empty when nothing is restricted."""
    step: Annotated[int, Ge(0), Le(999)]
    bulletin: Annotated[str, MaxLen(120)]
    """Plain words; they say what no number here shows."""


def gap(a: Cell, b: Cell) -> int:
    """Return how many steps apart two cells are on an empty board.

    Example:
        >>> gap((0, 0), (2, 3))
        5
    """
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def after(cell: Cell, move: Move) -> Cell:
    """Return the cell that a move leads to; it may lie off the board.

    Example:
        >>> after((4, 4), "up")
        (3, 4)
    """
    return cell[0] + STEPS[move][0], cell[1] + STEPS[move][1]


def is_open(state: State, cell: Cell) -> bool:
    """Say whether a hunter may stand there: on the board, no wall, not restricted."""
    on_board = 0 <= cell[0] < SIZE and 0 <= cell[1] < SIZE
    return on_board and cell not in state.walls and cell not in state.zone


def neighbours(state: State, cell: Cell) -> tuple[Cell, ...]:
    """Return the open cells one step away, in the order up, down, left, right."""
    around = (after(cell, move) for move in STEPS if move != "stay")
    return tuple(there for there in around if is_open(state, there))


def exits(state: State, prey: Cell) -> tuple[Cell, ...]:
    """Return the cells a prey could step to: open, no hunter, no other prey on them."""
    others = (
        there for there, loose in zip(state.prey, state.loose, strict=True) if loose
    )
    taken = (*state.hunters, *others)
    return tuple(there for there in neighbours(state, prey) if there not in taken)


def at_large(state: State) -> tuple[int, ...]:
    """Return the numbers of the prey still at large; all of them when none is left."""
    numbers = tuple(i + 1 for i, loose in enumerate(state.loose) if loose)
    return numbers or (1, 2, 3)


def walk(state: State, start: Cell) -> dict[Cell, int]:
    """Return the length of the shortest way from a cell to every cell it can reach."""
    return _walk(state.walls + state.zone, start)


@lru_cache(maxsize=4096)
def _walk(blocked: tuple[Cell, ...], start: Cell) -> dict[Cell, int]:
    lengths = {start: 0}
    queue = deque([start])
    closed = set(blocked)
    while queue:
        row, column = here = queue.popleft()
        for down, right in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            there = row + down, column + right
            on_board = 0 <= there[0] < SIZE and 0 <= there[1] < SIZE
            if on_board and there not in closed and there not in lengths:
                lengths[there] = lengths[here] + 1
                queue.append(there)
    return lengths


def way(state: State, start: Cell, goal: Cell) -> int:
    """Return the length of the shortest way between two cells; FAR if there is none."""
    return walk(state, goal).get(start, FAR)


def step_to(state: State, start: Cell, goal: Cell, taken: tuple[Cell, ...]) -> Move:
    """Return the first move of a shortest way that enters no cell of `taken`.

    When every shorter way is taken, "stay"; when the goal cannot be reached, the move
    that comes nearest as the crow flies. Never a move into a cell that is not open.
    """
    lengths = walk(state, goal) if is_open(state, goal) else {}
    best: Move = "stay"
    nearest = lengths.get(start, FAR + gap(start, goal))
    for move in STEPS:
        there = after(start, move)
        if not is_open(state, there) or there in taken:
            continue
        length = lengths.get(there, FAR + gap(there, goal))
        if length < nearest:
            best, nearest = move, length
    return best


def spread(state: State, cells: tuple[Cell, ...]) -> Routes:
    """Send the hunters to distinct cells, with the shortest ways in all.

    With fewer than three cells the cells are used again, from the first on.
    """
    chosen = (*cells, *cells, *cells)[: max(3, len(cells))] or state.hunters
    lengths = [walk(state, cell) for cell in chosen]
    one, two, three = state.hunters

    def cost(order: tuple[int, ...]) -> int:
        a, b, c = order
        return (
            lengths[a].get(one, FAR)
            + lengths[b].get(two, FAR)
            + lengths[c].get(three, FAR)
        )

    a, b, c = min(permutations(range(len(chosen)), 3), key=cost)
    return chosen[a], chosen[b], chosen[c]


def march(state: State, routes: Routes, movers: tuple[int, ...]) -> Moves:
    """Let the named hunters step along shortest ways, none onto another."""
    standing = list(state.hunters)
    moves: list[Move] = ["stay", "stay", "stay"]
    for number in movers:
        i = number - 1
        taken = tuple(cell for j, cell in enumerate(standing) if j != i)
        moves[i] = step_to(state, standing[i], routes[i], taken)
        standing[i] = after(standing[i], moves[i])
    one, two, three = moves
    return one, two, three


def straight(state: State, start: Cell, goal: Cell) -> Move:
    """Return a move that shortens the gap, looking no further; or "stay"."""
    best: Move = "stay"
    for move in STEPS:
        there = after(start, move)
        if is_open(state, there) and gap(there, goal) < gap(after(start, best), goal):
            best = move
    return best


def close_in(state: State, targets: Targets, routes: Routes) -> Routes:
    """Send every hunter that stands beside its target onto it; the others as routed."""
    cells = [
        prey if gap(hunter, prey) == 1 else cell
        for hunter, prey, cell in zip(
            state.hunters,
            (state.prey[target - 1] for target in targets),
            routes,
            strict=True,
        )
    ]
    one, two, three = cells
    return one, two, three
