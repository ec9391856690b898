from tests.patrol.state import Cell


def at_door() -> Cell:
    """Aim at the door.

    Use it when the lamp is off.

    Returns:
        The first cell.

    Example:
        >>> at_door()
        0
    """
    return 0


# What must hold for every call.


def always_the_first_cell() -> bool:
    return at_door() == 0
