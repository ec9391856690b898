"""Names a function by what it does, as its teacher says it."""

import builtins
import keyword
import re
from collections.abc import Collection

from ldc.author.asks import Ask
from ldc.author.source import PROPERTY
from ldc.ir import TaskSpec

NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
LONGEST = 28
"""Letters; a student writes the name at every call."""

LONGEST_SUMMARY = 81
"""Letters that fit behind the quotes."""

EMPTY = frozenset(
    {
        *("a", "all", "an", "and", "any", "are", "as", "at", "be", "by", "each"),
        *("every", "for", "from", "if", "in", "is", "it", "its", "of", "on", "one"),
        *("or", "should", "so", "that", "the", "their", "them", "then", "they"),
        *("this", "to", "towards", "when", "which", "with"),
    }
)
"""Words that say too little to stand in a name."""


def is_free(name: str, ask: Ask, task: TaskSpec, taken: Collection[str]) -> bool:
    """Say whether a function may be called that."""
    return (
        bool(NAME.fullmatch(name))
        and len(name) <= LONGEST
        and not name.startswith(PROPERTY)
        and name not in (*task.words, *taken, *(n for n, _ in ask.parameters))
        and not hasattr(builtins, name)
        and not keyword.iskeyword(name)
    )


def name_for(said: str, ask: Ask, task: TaskSpec, taken: Collection[str]) -> str:
    """Return a free name made of the first words of a sentence.

    Args:
        said: What the function does; its condition stands in when nothing is said.
        ask: The function.
        task: Its words are no names.
        taken: Nor are these.
    """
    for text in (said, ask.condition):
        words = [w for w in re.findall(r"[a-z]+", text.lower()) if w not in EMPTY]
        for count in (3, 4, 2, 5):
            name = "_".join(words[:count])
            if is_free(name, ask, task, taken):
                return name
    plain = "_".join([ask.stage.name, *words])[: LONGEST - 3].rstrip("_")
    numbered = (f"{plain}_{number}" for number in range(2, 999))
    return next(name for name in numbered if is_free(name, ask, task, taken))


def summary_of(said: str) -> str:
    """Return the first sentence of a text as the first line of a manual; "" if none.

    Example:
        >>> summary_of("go to the ball. Then stop")
        'Go to the ball.'
    """
    line = next((line for line in said.splitlines() if line.strip()), "")
    plain = " ".join(re.sub(r"[\\\"`*#]", "", line).split())
    first = re.split(r"(?<=[.!?])\s", plain)[0].rstrip(".!?:; ")
    if not first or len(first) >= LONGEST_SUMMARY:
        return ""
    return f"{first[0].upper()}{first[1:]}."
