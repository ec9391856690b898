from tests.patrol.state import Cell, State


def at_lamp(state: State) -> Cell:
    """Aim at the lamp.

    Use it when the lamp is on.

    Args:
        state: What is seen.

    Returns:
        The cell of the lamp.

    Example:
        >>> at_lamp(state=State(guards=(1,), cells=(4,), lamp=2, tired=()))
        2
    """
    return state.lamp


# What must hold for every state.


def always_the_lamp(state: State) -> bool:
    return at_lamp(state) == state.lamp
