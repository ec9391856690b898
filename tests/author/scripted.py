"""A teacher that answers by a script: what it says for each kind of request."""

import re
from collections.abc import Callable, Mapping, Sequence

Script = Mapping[str, Sequence[str]]
"""Part of a condition -> the function, a check of it, then each text after these."""

NAME = re.compile(r"^def (\w+)\(", re.MULTILINE)


def teacher(script: Script) -> Callable[[str], str]:
    """Return what to answer to a request, as a server's `reply`.

    A function is asked for by its condition, a check or a better text by its name; the
    later texts of a script are handed out one by one, the last one again and again.

    Args:
        script: What to answer.
    """
    later: dict[str, int] = {}

    def say(asked: str) -> str:
        first = "Write what is good to do then" in asked
        if first:
            found = [key for key in script if f"{key}. Write what" in asked]
        else:
            places = {key: _named(asked, said) for key, said in script.items()}
            found = sorted(
                (k for k in places if places[k] >= 0), key=places.__getitem__
            )
        if not found:
            return "I do not know."
        replies = script[found[0]]
        if first:
            return replies[0]
        if "Write a check of its answer" in asked and "again" not in asked:
            return replies[1]
        later[found[0]] = later.get(found[0], 0) + 1
        return replies[min(1 + later[found[0]], len(replies) - 1)]

    return say


def _named(asked: str, replies: Sequence[str]) -> int:
    """Return where a request names a function that a reply defines; -1 for nowhere."""
    names = {name for reply in replies for name in NAME.findall(reply)}
    found = [re.search(rf"\b{name}\b", asked) for name in sorted(names)]
    return min((place.start() for place in found if place), default=-1)
