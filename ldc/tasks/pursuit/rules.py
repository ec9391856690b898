"""The rules of pursuit-v1, as pure functions over a frozen world."""

import random
from dataclasses import dataclass, replace
from typing import TypeVar

from ldc.tasks.pursuit.notices import SILENCE, Notice
from ldc.tasks.pursuit.state import (
    SIZE,
    Cell,
    Moves,
    State,
    after,
    exits,
    gap,
    is_open,
    neighbours,
)

T = TypeVar("T")

FOG_LIFTS = 12
"""At this step fog lifts and the prey that were safe in it are gone."""
LEAVES = 18
"""At this step a prey that is said to leave soon is gone."""
PATIENCE = 15
"""Noisy or restless steps after which frightened prey are gone."""


@dataclass(frozen=True, slots=True)
class World:
    """The board and what only the rules know."""

    state: State
    notice: Notice
    caught: tuple[bool, bool, bool]
    """Prey no longer at large and not caught have left the board: they are missed."""
    collapsed: tuple[bool, bool, bool]
    """Hunters that cannot move any more."""
    alarm: int
    """Noisy steps on dry leaves, or restless ones among curious prey, so far."""
    illegal_moves: int
    """Tried moves into the restricted zone, so far."""

    @property
    def kind(self) -> str:
        """The kind of notice that holds now."""
        return self.notice.kind if self.state.step >= self.notice.at else "plain"


def three(values: list[T]) -> tuple[T, T, T]:
    """Return a list of three as a tuple of three."""
    one, two, last = values
    return one, two, last


def wanted(world: World) -> tuple[int, ...]:
    """Return the prey that count: all but a decoy."""
    decoy = world.notice.who if world.notice.kind == "decoy" else 0
    return tuple(i for i in (1, 2, 3) if i != decoy)


def hunt(world: World, moves: Moves) -> World:
    """Move the hunters, one after the other; what cannot be done is not done.

    A move off the board, into a wall or onto another hunter is a stay. A move into the
    restricted zone is a stay too, and is counted as illegal.
    """
    state = world.state
    hunters = list(state.hunters)
    collapsed = list(world.collapsed)
    illegal = world.illegal_moves
    for i, move in enumerate(moves):
        there = after(hunters[i], move)
        about = i + 1 == world.notice.who
        if world.kind == "broken" and about:
            continue
        if move == "stay" or collapsed[i]:
            continue
        if world.kind == "tired" and about and state.step % 2:
            collapsed[i] = True
            continue
        if there in state.zone:
            illegal += 1
        elif is_open(state, there) and there not in hunters:
            hunters[i] = there
    return replace(
        world,
        state=replace(state, hunters=three(hunters)),
        collapsed=three(collapsed),
        illegal_moves=illegal,
    )


def catch(world: World) -> World:
    """Take every prey that a hunter stands on or that has no cell left to step to."""
    state = world.state
    caught = list(world.caught)
    loose = list(state.loose)
    for i, prey in enumerate(state.prey):
        decoy = world.kind == "decoy" and i + 1 == world.notice.who
        if decoy or not loose[i]:
            continue
        hemmed_in = not exits(state, prey) and any(
            gap(prey, hunter) == 1 for hunter in state.hunters
        )
        if prey in state.hunters or hemmed_in:
            caught[i], loose[i] = True, False
    return replace(
        world, state=replace(state, loose=three(loose)), caught=three(caught)
    )


def seen_from(state: State, prey: Cell) -> int:
    """Count the sides from which a hunter sees a prey along its row or column."""
    sides = 0
    for rows, columns in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        cell = (prey[0] + rows, prey[1] + columns)
        while 0 <= cell[0] < SIZE and 0 <= cell[1] < SIZE and cell not in state.walls:
            if cell in state.hunters:
                sides += 1
                break
            cell = (cell[0] + rows, cell[1] + columns)
    return sides


def pace(world: World, prey: int, moved: int) -> int:
    """Return how many cells a prey runs now; `moved` hunters have just moved."""
    about = prey == world.notice.who
    row = world.state.prey[prey - 1][0]
    in_fog = (row < SIZE // 2) == (world.notice.half == "north")
    match world.kind:
        case "fast" if about:
            return 2
        case "shy" if about:
            return 0 if seen_from(world.state, world.state.prey[prey - 1]) > 1 else 2
        case "fog":
            return 0 if in_fog else 1
        case "noise":
            return 0 if moved <= 1 else 2
        case "curious":
            return 2 if moved else 1
        case _:
            return 1


def flee(state: State, prey: Cell, coin: random.Random, lure: bool) -> Cell:
    """Return where a prey steps: away from its nearest hunter, seeded ties.

    With `lure` it comes nearer instead, to one step away, and then keeps off.
    """
    nearest = min(gap(prey, hunter) for hunter in state.hunters)

    def score(cell: Cell) -> tuple[int, int, int]:
        distances = sorted(gap(cell, hunter) for hunter in state.hunters)
        room = len(neighbours(state, cell))
        if lure:
            return -abs(distances[0] - 1), 0, 0
        return min(distances[0], 4), min(distances[1], 4), room

    if not lure and nearest > 4:
        return prey
    options = [prey, *exits(state, prey)]
    coin.shuffle(options)
    return max(options, key=score)


def run(world: World, moved: int, coin: random.Random) -> World:
    """Let every prey run, one after the other."""
    for i in range(3):
        if not world.state.loose[i]:
            continue
        decoy = world.kind == "decoy" and i + 1 == world.notice.who
        lure = decoy or (world.kind == "curious" and not moved)
        for _ in range(pace(world, i + 1, moved)):
            prey = list(world.state.prey)
            prey[i] = flee(world.state, prey[i], coin, lure)
            world = replace(world, state=replace(world.state, prey=three(prey)))
    return world


def advance(world: World, moves: Moves, coin: random.Random) -> World:
    """Play one step: hunters move together, prey are caught, the others run."""
    before = world.state.hunters
    world = catch(hunt(world, moves))
    moved = sum(a != b for a, b in zip(before, world.state.hunters, strict=True))
    world = catch(run(world, moved, coin))
    world = settle(world)
    alarm = world.alarm + frightened(world, moved)
    world = replace(
        world, state=replace(world.state, step=world.state.step + 1), alarm=alarm
    )
    return replace(world, state=replace(world.state, loose=still_here(world)))


def settle(world: World) -> World:
    """Silence a notice that is over: its prey is gone, its hunter was helped up."""
    notice, state = world.notice, world.state
    about_prey = notice.kind in ("leaver", "shy", "fast")
    over = about_prey and not state.loose[notice.who - 1]
    if world.kind == "broken":
        down = state.hunters[notice.who - 1]
        over = any(gap(down, hunter) == 1 for hunter in state.hunters)
    return replace(world, notice=SILENCE) if over else world


def frightened(world: World, moved: int) -> bool:
    """Say whether this step was one too many for prey that mind noise or motion."""
    return (world.kind == "noise" and moved > 1) or (
        world.kind == "curious" and moved > 0
    )


def still_here(world: World) -> tuple[bool, bool, bool]:
    """Return which prey at large stay on the board; the others leave it for good."""
    step, notice = world.state.step, world.notice
    loose = list(world.state.loose)
    if notice.kind == "leaver" and step >= LEAVES:
        loose[notice.who - 1] = False
    if (notice.kind == "fog" and step >= FOG_LIFTS) or world.alarm >= PATIENCE:
        loose = [False, False, False]
    return three(loose)
