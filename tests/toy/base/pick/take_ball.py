from tests.toy.state import Ball, Pick, State


def take_ball(state: State, ball: Ball) -> Pick:
    """Take the ball that is named.

    Use it when the sign is red.

    Args:
        state: What the robot sees.
        ball: The ball to take; one that lies there.

    Returns:
        That ball.

    Example:
        >>> take_ball(state=State(balls=(2, 4), wind=0, sign="red"), ball=4)
        4
    """
    return ball


# What must hold for every state and every ball.


def always_the_named_one(state: State, ball: Ball) -> bool:
    return take_ball(state, ball) == ball
