"""What a run would ask and cost: counted from its requests, before any is sent."""

from typing import TYPE_CHECKING, Any

from ldc.author.ledger import Ledger
from ldc.author.prompts import Prompts
from ldc.author.purse import LETTERS, Purse
from ldc.write.desk import Desk

if TYPE_CHECKING:
    from ldc.write.run import Plan

FIRST = 2
"""Calls for a function, at least; for each text, at most: body, property."""


def forecast(
    desk: Desk, prompts: Prompts, ledger: Ledger, plan: "Plan", purse: Purse
) -> dict[str, Any]:
    """Return calls, tokens and dollars: at least, and at most.

    At least: every function is accepted at once, and replies are as long as the
    recorded ones. At most: none is before the last round, and each fills its limit.
    """
    mine = [e for e in ledger.entries() if e.request.model == plan.model]
    recorded = len(mine)
    least = max(0, FIRST * len(desk.asks) - recorded)
    most = max(0, FIRST * plan.rounds * plan.draws * len(desk.asks) - recorded)
    bodies = [prompts.body(ask, ()) for ask in desk.asks]
    letters = sum(len(text) for b in bodies for _, text in b.messages)
    read = letters / max(1, len(bodies)) / LETTERS
    lengths = [entry.reply.completion_tokens for entry in mine] or [100]
    wrote = sum(lengths) / len(lengths)
    dear = max((purse.most(body) for body in bodies), default=0.0)
    cheap = (purse.price[0] * read + purse.price[1] * wrote) / 1_000_000
    return {
        "asked": len(desk.asks),
        "recorded": recorded,
        "calls": {"least": least, "most": most},
        "tokens": {"read": round(least * read), "written": round(least * wrote)},
        "cost": {"least": round(least * cheap, 4), "most": round(most * dear, 4)},
        "functions": [str(ask) for ask in desk.asks],
    }
