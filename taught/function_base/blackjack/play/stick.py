from ldc.tasks.blackjack.state import Choice, State


def stick(state: State) -> Choice:
    """Stick.

    Use it when the total has reached the aim.

    Args:
        state: What the player sees.

    Returns:
        Take one more card, or take no more.

    Example:
        >>> stick(state=State(total=17, dealer=7, ace=True))
        'stick'
    """
    return "stick"


# What must hold for every state.


def always_stick(state: State) -> bool:
    answer = stick(state)
    return answer == "stick"
