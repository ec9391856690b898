"""What must hold for every function of pursuit, by the kind of result."""

from ldc.tasks.pursuit.state import (
    SIZE,
    Moves,
    Routes,
    State,
    Targets,
    after,
    is_open,
)


def always_chases_a_prey(state: State, targets: Targets) -> bool:
    """Every hunter is given the number of a prey."""
    return all(1 <= target <= 3 for target in targets)


def always_heads_for_the_board(state: State, routes: Routes) -> bool:
    """Every hunter is sent to a square of the board."""
    return all(0 <= row < SIZE and 0 <= column < SIZE for row, column in routes)


def always_a_legal_move(state: State, moves: Moves) -> bool:
    """No hunter steps off the board, into a wall or into the restricted zone."""
    return all(
        move == "stay" or is_open(state, after(hunter, move))
        for hunter, move in zip(state.hunters, moves, strict=True)
    )


PROPERTIES = {
    "targets": (always_chases_a_prey,),
    "routes": (always_heads_for_the_board,),
    "moves": (always_a_legal_move,),
}
