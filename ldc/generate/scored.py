"""Judges whole calls: the log-probability of every call that the grammar allows.

A greedy choice judges a call by its first token: where two good calls begin alike and
a third does not, it may take the third. Here all calls are followed side by side, those
that begin alike as one text, and a round of branch points costs one forward pass.

Up to `CALLS` calls this is exact. Where there are more, the likeliest `CALLS` // 2
beginnings are followed (a beam over branch points), until nothing that is unfinished
can win; `complete` says whether any was dropped.
"""

from dataclasses import dataclass

from ldc.constrain.token_mask import Matcher
from ldc.generate.draft import Draft, among
from ldc.generate.reader import Reader

CALLS = 64
"""Calls that are surely all judged. Each beginning that is unfinished has at least two
of them to itself, so there are never more than half as many beginnings."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Calls with what they are worth."""

    drafts: tuple[Draft, ...]
    """Best first; ties to the lower ids."""
    complete: bool
    """Whether these are all calls that the grammar allows."""
    rounds: int
    """Forward passes, the menu's left out."""


def judge(
    reader: Reader,
    menu: tuple[int, ...],
    state: list[int],
    matcher: Matcher,
    calls: int = CALLS,
) -> Judged:
    """Return the calls by log-probability over the allowed tokens.

    Args:
        reader: Reads; what it read before is dropped.
        menu: The ids of the prompt's first part.
        state: The ids of its second part.
        matcher: At the start of the grammar; it is left as it was.
        calls: As many are surely judged.

    Raises:
        GrammarError: The grammar ended where no call is complete.
    """
    first = Draft(matcher.copy())
    alive, pieces = [first], [state + first.force()]
    done: list[Draft] = []
    complete, rounds = True, 0
    if first.matcher.finished():
        return Judged((first,), True, 0)
    reader.begin([menu])
    while alive:
        allowed = [draft.allowed() for draft in alive]
        found = reader.read(pieces, allowed)
        rounds += 1
        going: list[tuple[Draft, int, list[int]]] = []
        for text, (draft, ids) in enumerate(zip(alive, allowed, strict=True)):
            chances = among(found[text])
            best = sorted(range(len(ids)), key=lambda i: -chances[i])
            complete &= len(best) <= calls
            for index in best[:calls]:
                one = draft.copy()
                one.take(ids, chances, index)
                piece = [ids[index], *one.force()]
                if one.matcher.finished():
                    done.append(one)
                else:
                    going.append((one, text, piece))
        going.sort(key=lambda each: -each[0].log_probability)
        complete &= len(going) <= calls // 2
        going = going[: calls // 2]
        if not complete and done:
            mark = max(draft.log_probability for draft in done)
            going = [each for each in going if each[0].log_probability > mark]
        if going:
            reader.fork([text for _, text, _ in going])
        alive = [draft for draft, _, _ in going]
        pieces = [piece for _, _, piece in going]
    done.sort(key=lambda draft: (-draft.log_probability, draft.ids))
    return Judged(tuple(done), complete, rounds)
