from tests.patrol.state import Shift


def rest() -> Shift:
    """Stay.

    Use it when the guard is at the aim.

    Returns:
        No shift.

    Example:
        >>> rest()
        0
    """
    return 0


# What must hold for every call.


def always_none() -> bool:
    return rest() == 0
