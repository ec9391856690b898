"""Gymnasium's `Blackjack-v1` and the ways into and out of it."""

from collections.abc import Mapping
from typing import Any

from ldc.tasks.blackjack.state import Choice, State


def make_env(**options: Any) -> Any:
    """Make the env: endless deck, a win pays 1; no extra for an ace with a ten.

    Args:
        options: Passed on to `gymnasium.make`; `natural=True` pays 1.5 for an ace with
            a ten, `sab=True` plays the rules of Sutton and Barto.

    Returns:
        An env whose episode `reset(seed=...)` fixes; reward 1, 0 or -1 at its end.
    """
    import gymnasium

    return gymnasium.make("Blackjack-v1", **{"natural": False, "sab": False, **options})


def state_of(observation: tuple[int, int, int], info: Mapping[str, Any]) -> State:
    """Return the state of an observation (total, dealer's card, usable ace)."""
    total, dealer, ace = observation
    return State(total=int(total), dealer=int(dealer), ace=bool(ace))


def action_of(choice: Choice) -> int:
    """Return what `env.step` takes: 1 hits, 0 sticks."""
    return 1 if choice == "hit" else 0
