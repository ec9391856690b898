"""A teacher that answers by a script: what it says for each kind of request."""

from collections.abc import Callable, Mapping, Sequence

Script = Mapping[str, Sequence[str]]
"""Beginning of a name -> the body, the property, then each repair."""


def teacher(
    script: Script, *, ideas: Mapping[str, str] | None = None
) -> Callable[[str], str]:
    """Return what to answer to a request, as a server's `reply`.

    The key that a request has first says which function it is about; repairs are told
    apart by how many have been asked for that key.

    Args:
        script: What to answer.
        ideas: Part of a condition -> the sentence that says what to do.
    """
    repaired: dict[str, int] = {}

    def say(asked: str) -> str:
        if "Answer with one short sentence" in asked:
            told = [idea for key, idea in (ideas or {}).items() if key in asked]
            return told[0] if told else ""
        found = {at: key for key in script if (at := asked.find(key)) >= 0}
        if not found:
            return "I do not know."
        key = found[min(found)]
        replies = script[key]
        if "in at most 12 lines" in asked:
            return replies[0]
        if "Write a check of its answer" in asked:
            return replies[1]
        repaired[key] = repaired.get(key, 0) + 1
        return replies[min(1 + repaired[key], len(replies) - 1)]

    return say
