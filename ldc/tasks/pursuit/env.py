"""pursuit-v1 as a Gymnasium env."""

import random
from dataclasses import replace
from typing import Any

import gymnasium
import numpy as np
from gymnasium import spaces

from ldc.tasks.pursuit.notices import BULLETINS, EMERGENCIES, Kind, draw_notice
from ldc.tasks.pursuit.rules import World, advance, wanted
from ldc.tasks.pursuit.state import SIZE, STEPS, Cell, Moves, State, gap, walk

MOVES = tuple(STEPS)
ALL_KINDS: tuple[Kind, ...] = ("plain", *BULLETINS, *EMERGENCIES)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Pursuit(gymnasium.Env[dict[str, Any], Any]):
    """Three hunters chase three prey on a 10 by 10 grid.

    Observation: the board in arrays and the bulletin as text; `info["state"]` holds the
    same as a `State`, `info["hint"]` the notice in force, which no player but the
    expert may read. Action: a move for each hunter, indices into `MOVES`.
    Reward: the share of the wanted prey caught in this step. Terminated: all wanted
    prey are caught, or one of them has left the board. Truncated: the horizon is over.

    Args:
        horizon: Steps before the episode is cut off.
        walls: Number of wall cells.
        kinds: The notices that are drawn from, each equally often.
        sudden: Whether bulletins too are announced while the game runs.
    """

    metadata = {"render_modes": ["svg"]}  # noqa: RUF012 (gymnasium's own convention)

    def __init__(
        self,
        horizon: int = 60,
        walls: int = 6,
        kinds: tuple[Kind, ...] = ALL_KINDS,
        render_mode: str | None = None,
        sudden: bool = False,
    ) -> None:
        self.horizon, self.walls, self.kinds = horizon, walls, kinds
        self.sudden = sudden
        self.render_mode = render_mode
        self.action_space = spaces.MultiDiscrete([len(MOVES)] * 3)
        cell = spaces.MultiDiscrete([SIZE, SIZE] * 3)
        cells = spaces.MultiBinary(SIZE * SIZE)
        self.observation_space = spaces.Dict(
            {
                "hunters": cell,
                "prey": cell,
                "loose": spaces.MultiBinary(3),
                "walls": cells,
                "zone": cells,
                "step": spaces.Discrete(horizon + 1),
                "bulletin": spaces.Text(120, charset=LETTERS + " 123"),
            }
        )

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Lay out a board; the same seed gives the same episode."""
        super().reset(seed=seed)
        self.coin = random.Random(int(self.np_random.integers(2**31)))
        self.world = lay_out(self.coin, self.walls, self.kinds, self.sudden)
        self._announce()
        return self._observation(), self._info()

    def step(
        self, action: Any
    ) -> tuple[dict[str, Any], float, bool, bool, dict[str, Any]]:
        """Play one step; `action` holds three indices into `MOVES`."""
        before = sum(self.world.caught)
        one, two, three = (MOVES[int(index)] for index in action)
        moves: Moves = (one, two, three)
        self.world = advance(self.world, moves, self.coin)
        self._announce()
        world, prey = self.world, wanted(self.world)
        lost = any(
            not world.caught[i - 1] and not world.state.loose[i - 1] for i in prey
        )
        won = all(world.caught[i - 1] for i in prey)
        truncated = world.state.step >= self.horizon and not (won or lost)
        reward = (sum(world.caught) - before) / len(prey)
        return self._observation(), reward, won or lost, truncated, self._info()

    def render(self) -> Any:
        """Return the board as SVG text."""
        from ldc.tasks.pursuit.draw import draw

        return draw(self.world.state)

    def _announce(self) -> None:
        world = self.world
        if world.kind == "zone" and not world.state.zone:
            world = close_zone(world, self.coin)
        words = str(world.notice) if world.kind == world.notice.kind else "no news"
        self.world = replace(world, state=replace(world.state, bulletin=words))

    def _info(self) -> dict[str, Any]:
        world, prey = self.world, wanted(self.world)
        caught = sum(world.caught[i - 1] for i in prey)
        return {
            "state": world.state,
            "hint": world.notice if world.kind == world.notice.kind else None,
            "illegal_moves": world.illegal_moves,
            "score": caught / len(prey),
            "success": caught == len(prey),
        }

    def _observation(self) -> dict[str, Any]:
        state = self.world.state
        return {
            "hunters": np.array(state.hunters).ravel(),
            "prey": np.array(state.prey).ravel(),
            "loose": np.array(state.loose, dtype=np.int8),
            "walls": marks(state.walls),
            "zone": marks(state.zone),
            "step": np.int64(state.step),
            "bulletin": state.bulletin,
        }


def marks(cells: tuple[Cell, ...]) -> Any:
    """Return a flat board with ones at the cells, (100,) int8."""
    board = np.zeros((SIZE, SIZE), dtype=np.int8)
    for row, column in cells:
        board[row, column] = 1
    return board.ravel()


def lay_out(
    coin: random.Random, walls: int, kinds: tuple[Kind, ...], sudden: bool = False
) -> World:
    """Draw a connected board with hunters and prey at least three steps apart.

    Under fog all prey start in the fogged half.
    """
    notice = draw_notice(coin, kinds, sudden)
    cells = [(row, column) for row in range(SIZE) for column in range(SIZE)]
    while True:
        coin.shuffle(cells)
        free = cells[walls:]
        north = notice.half == "north"
        foggy = [cell for cell in free if (cell[0] < SIZE // 2) == north]
        a, b, c = (foggy if notice.kind == "fog" else free)[:3]
        one, two, three = [cell for cell in free if cell not in (a, b, c)][:3]
        state = State(
            hunters=(one, two, three),
            prey=(a, b, c),
            loose=(True, True, True),
            walls=tuple(sorted(cells[:walls])),
            zone=(),
            step=0,
            bulletin="",
        )
        apart = min(gap(h, p) for h in state.hunters for p in state.prey) >= 3
        if apart and len(walk(state, one)) == SIZE * SIZE - walls:
            return World(
                state=state,
                notice=notice,
                caught=(False, False, False),
                collapsed=(False, False, False),
                alarm=0,
                illegal_moves=0,
            )


def close_zone(world: World, coin: random.Random) -> World:
    """Close 3 by 4 cells with no piece on them, the rest still connected."""
    state = world.state
    pieces = (*state.hunters, *state.prey)
    corners = [(row, column) for row in range(SIZE - 2) for column in range(SIZE - 3)]
    coin.shuffle(corners)
    for top, left in corners:
        zone = tuple((top + i, left + j) for i in range(3) for j in range(4))
        closed = replace(state, zone=zone)
        free = SIZE * SIZE - len({*state.walls, *zone})
        clear = not any(piece in zone for piece in pieces)
        if clear and len(walk(closed, state.hunters[0])) == free:
            return replace(world, state=closed)
    return world


def action_of(moves: Moves) -> Any:
    """Return what `step` takes: an index into `MOVES` for each hunter, (3,) ints."""
    return np.array([MOVES.index(move) for move in moves])
