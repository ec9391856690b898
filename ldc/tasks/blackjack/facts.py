"""The vocabulary of blackjack: what is told of a state, and other ways to say it."""

from collections.abc import Mapping

from ldc.ir import Results
from ldc.tasks.blackjack.state import State


def facts(state: State, stage: str, results: Results) -> str:
    """Say what matters for the stage, in phrases of `WORDINGS` joined by ", and ".

    Args:
        state: What the player sees.
        stage: "aim" or "play".
        results: For "play", the `aim` of this step.
    """
    if stage == "play":
        short = state.total < results["aim"]
        return f"the total {'is short of' if short else 'has reached'} the aim"
    if state.ace:
        high = state.dealer == 1 or state.dealer >= 9
        return f"the hand is soft, and the open card is {'high' if high else 'low'}"
    return f"the hand is hard, and the dealer is {_strength(state.dealer)}"


def _strength(dealer: int) -> str:
    """Return how the dealer stands: bust by chance 0.39 up, 0.35 up, below 0.27."""
    if 4 <= dealer <= 6:
        return "weak"
    return "average" if 2 <= dealer <= 3 else "strong"


def numbers(state: State) -> str:
    """Return the bare state: `sum 14 dealer 10 ace no`."""
    ace = "yes" if state.ace else "no"
    return f"sum {state.total} dealer {state.dealer} ace {ace}"


WORDINGS: Mapping[str, tuple[str, ...]] = {
    "the hand is hard": (
        "no ace counts as eleven",
        "every point is fixed",
        "all aces are worth one",
        "one bad draw can ruin the cards",
        "nothing held can shrink",
        "the holding is rigid",
    ),
    "the hand is soft": (
        "one card is either one or eleven",
        "a flexible ace is present",
        "ten points could be given back",
        "another draw is free of risk",
        "something held can still shrink",
        "the holding is elastic",
    ),
    "the dealer is weak": (
        "the house is in trouble",
        "the opponent has a poor card",
        "the bank looks shaky",
        "the croupier will often go over",
        "the other side is struggling",
        "the rival made a bad start",
    ),
    "the dealer is average": (
        "the house is so-so",
        "the opponent has an ordinary card",
        "the bank looks middling",
        "the croupier goes over now and then",
        "the other side is neither good nor bad",
        "the rival made a plain start",
    ),
    "the dealer is strong": (
        "the house is well placed",
        "the opponent has a fine card",
        "the bank looks solid",
        "the croupier seldom goes over",
        "the other side is thriving",
        "the rival made a powerful start",
    ),
    "the open card is low": (
        "the dealer shows something small",
        "a little number is face up",
        "the visible rank is minor",
        "what lies on the table is harmless",
        "a light card is turned",
        "the upcard counts for little",
    ),
    "the open card is high": (
        "the dealer shows something big",
        "a large number is face up",
        "the visible rank is major",
        "what lies on the table is a threat",
        "a heavy card is turned",
        "the upcard counts for much",
    ),
    "the total is short of the aim": (
        "more points are needed",
        "the sum is under the goal",
        "the target is still ahead",
        "the count falls below the mark",
        "we have too little",
        "the score is not there yet",
    ),
    "the total has reached the aim": (
        "there are enough points",
        "the sum meets the goal",
        "the target is attained",
        "the count is up to the mark",
        "we have plenty",
        "the score is already there",
    ),
}
"""Phrase -> other ways to say it; the last two are kept out of training."""
