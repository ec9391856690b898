from tests.toy.state import Pick, State


def row_of_a_set(state: State) -> Pick:
    """Take a ball.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        A ball that lies there.

    Example:
        >>> row_of_a_set(state=State(balls=(2, 4), wind=0, sign=""))
        2
    """
    row = [ball for ball in set(state.balls) if ball]
    return row[0]  # finding: LDC024


# What must hold for every state.


def always_right(state: State) -> bool:
    return row_of_a_set(state) in state.balls
