"""The texts of a pattern, counted and listed: a finite automaton by derivatives.

A state is what may still follow, itself an expression (Brzozowski, 1964), with the
number of letters so far where that matters.
"""

from functools import cache, lru_cache
from itertools import pairwise

from ldc.constrain.pattern import (
    ANYTHING,
    EMPTY,
    NEVER,
    Chain,
    Chars,
    Expression,
    Loop,
    OneOf,
    Ranges,
    chain,
    one_of,
    parse,
)

State = tuple[Expression, int, tuple[str, ...]]
"""What may follow, letters so far, and the barred texts that begin as this one."""

Steps = tuple[tuple[Ranges, State], ...]


class Language:
    """The texts that match an expression, of a length, without some.

    Args:
        expression: What they match; it may repeat without end if `most` bounds them.
        least: Fewest characters.
        most: Most characters; -1 for as many as the expression has.
        barred: Texts that are left out.
    """

    def __init__(
        self, expression: Expression, least: int, most: int, barred: tuple[str, ...]
    ) -> None:
        self._least, self._most = least, most
        self._counting = bool(least > 0 or most >= 0 or barred)
        self.start: State = (expression, 0, barred)
        self.steps = cache(self._steps_of)
        """State -> which characters lead where."""
        self._counts: dict[State, int] = {}

    def count(self) -> int:
        """Return how many texts there are."""
        return self.count_from(self.start)

    def nth(self, index: int) -> str:
        """Return the text at an index below `count()`."""
        state, text = self.start, ""
        while True:
            if self.ends(state):
                if index == 0:
                    return text
                index -= 1
            for ranges, following in self.steps(state):
                each = self.count_from(following)
                here = each * size(ranges)
                if index < here:
                    place, index = divmod(index, each)
                    text, state = text + _letter(ranges, place), following
                    break
                index -= here

    def holds(self, text: str) -> bool:
        """Return whether a text is one of them."""
        state = self.start
        for letter in text:
            point = ord(letter)
            for ranges, following in self.steps(state):
                if any(first <= point <= last for first, last in ranges):
                    state = following
                    break
            else:
                return False
        return self.ends(state)

    def ends(self, state: State) -> bool:
        """Return whether a text may end in a state."""
        expression, length, barred = state
        if length < self._least or any(len(text) == length for text in barred):
            return False
        return nullable(expression)

    def count_from(self, state: State) -> int:
        """Return how many ways there are to go on from a state."""
        if state not in self._counts:
            total = int(self.ends(state))
            for ranges, following in self.steps(state):
                total += size(ranges) * self.count_from(following)
            self._counts[state] = total
        return self._counts[state]

    def _steps_of(self, state: State) -> Steps:
        expression, length, barred = state
        if length == self._most:
            return ()
        cuts = {0}
        letters = [text[length] for text in barred if len(text) > length]
        for first, last in (
            *(run for one in firsts(expression) for run in one.ranges),
            *((ord(letter), ord(letter)) for letter in letters),
        ):
            cuts |= {first, last + 1}
        found: dict[State, list[tuple[int, int]]] = {}
        for first, after in pairwise(sorted(cuts)):
            rest = derivative(expression, first)
            if rest == NEVER:
                continue
            same = tuple(
                text for text in barred if text[length : length + 1] == chr(first)
            )
            following = (rest, length + self._counting, same)
            found.setdefault(following, []).append((first, after - 1))
        return tuple((tuple(runs), following) for following, runs in found.items())


@lru_cache(maxsize=256)
def language(
    regex: str, least: int, most: int, barred: tuple[str, ...] = ()
) -> Language:
    """Return the language of a `Text`, made once."""
    return Language(tree(regex, least, most), *lengths(regex, least, most), barred)


def tree(regex: str, least: int, most: int, where: str = "pattern") -> Expression:
    """Return the expression of a `Text`: any characters where it has no pattern.

    Raises:
        GrammarError: the pattern is none that a grammar can follow.
    """
    return parse(regex, where) if regex else Loop(ANYTHING, least, most)


def lengths(regex: str, least: int, most: int) -> tuple[int, int]:
    """Return the bounds that the expression itself does not keep."""
    return (least, most) if regex else (0, -1)


def size(ranges: Ranges) -> int:
    """Return how many characters there are."""
    return sum(last - first + 1 for first, last in ranges)


def nullable(expression: Expression) -> bool:
    """Return whether the empty text matches."""
    match expression:
        case Chars():
            return False
        case Chain(parts):
            return all(map(nullable, parts))
        case OneOf(parts):
            return any(map(nullable, parts))
        case Loop(part, least, _):
            return least == 0 or nullable(part)


def firsts(expression: Expression) -> list[Chars]:
    """Return the classes of the characters that may come first."""
    match expression:
        case Chars():
            return [expression]
        case Chain(parts):
            found = []
            for part in parts:
                found += firsts(part)
                if not nullable(part):
                    break
            return found
        case OneOf(parts):
            return [one for part in parts for one in firsts(part)]
        case Loop(part, _, _):
            return firsts(part)


def longest(expression: Expression) -> int:
    """Return the most characters of a match; -1 for no bound."""
    match expression:
        case Chars(ranges):
            return 1 if ranges else 0
        case Chain(parts):
            found = [longest(part) for part in parts]
            return -1 if -1 in found else sum(found)
        case OneOf(parts):
            found = [longest(part) for part in parts]
            return -1 if -1 in found else max(found, default=0)
        case Loop(part, _, most):
            one = longest(part)
            return -1 if one and -1 in (one, most) else one * most if one else 0


def derivative(expression: Expression, point: int) -> Expression:
    """Return what may follow a character: the derivative."""
    match expression:
        case Chars(ranges):
            return EMPTY if any(a <= point <= b for a, b in ranges) else NEVER
        case OneOf(parts):
            return one_of(derivative(part, point) for part in parts)
        case Loop(part, least, most):
            if most == 0:
                return NEVER
            more = Loop(part, max(least - 1, 0), most - 1 if most > 0 else -1)
            return chain(derivative(part, point), more)
        case Chain(parts):
            found = []
            for i, part in enumerate(parts):
                found.append(chain(derivative(part, point), *parts[i + 1 :]))
                if not nullable(part):
                    break
            return one_of(found)


def _letter(ranges: Ranges, place: int) -> str:
    """Return the character at a place below `size(ranges)`."""
    for first, last in ranges:
        if place <= last - first:
            return chr(first + place)
        place -= last - first + 1
    raise IndexError(place)
