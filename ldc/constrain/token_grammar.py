"""The rule table in canonical tokens: `<[id]>` for each token, as llguidance reads it.

A byte grammar would let the student write `f`+`ast`+`est` where the tokenizer writes
`fastest`. So every piece of text between two places where the tokenizer always splits
is tokenised alone, and the grammar joins the pieces. Patterned texts have no such
places inside: an argument with one is written in bytes, from `=` to the next space.
"""

from collections.abc import Callable

from ldc.constrain.digits import Digits, decimal_patterns, digit_patterns
from ldc.constrain.forms import (
    Choice,
    Decimals,
    Either,
    Head,
    Production,
    Range,
    Record,
    Repeat,
    Sequence,
    Slot,
    Text,
)
from ldc.constrain.lark import LarkWriter
from ldc.constrain.literals import quoted
from ldc.constrain.tokens import Tokens
from ldc.constrain.values import count


def token_grammar(heads: tuple[Head, ...], tokens: Tokens) -> str:
    """Render a rule table to llguidance's Lark with `<[token id]>` for every token."""
    writer = _TokenWriter(tokens)
    starts = " | ".join(writer.head(head) for head in heads)
    return "\n".join([f"start: {starts}", *writer.lines, *writer.bytes.blocks]) + "\n"


def beginnings(head: Head) -> tuple[str, ...]:
    """Return the first pieces that a function's call may have, cut as the rest is.

    There is one for each slot that may be the first written: ` name(first`.
    """
    opening = f" {head.alias}("
    found: list[str] = []
    for slot in head.slots:
        if not slot.default.texts:
            return (*found, opening + slot.name)
        if count(slot.production):
            found.append(opening + slot.name)
    return (*found, opening + ")\n")


def in_bytes(production: Production) -> bool:
    """Return whether a production has a patterned text somewhere."""
    match production:
        case Text():
            return True
        case Sequence(items=items) | Either(options=items):
            return any(map(in_bytes, items))
        case Repeat(item=item):
            return in_bytes(item)
        case Record(slots=slots):
            return any(in_bytes(slot.production) for slot in slots)
    return False


class _TokenWriter:
    """Writes productions as token sequences.

    A value is written together with the punctuation around it (`left`, `right`),
    because the tokenizer joins punctuation: `=(` and `',` are tokens. What is left
    between two such pieces begins with a letter or a space, where words begin anyway.
    """

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._names: dict[object, str] = {}
        self.lines: list[str] = []
        self.bytes = LarkWriter("start")
        """Writes what has patterned texts in it."""

    def head(self, head: Head) -> str:
        """Return the symbols of a call, cut as ` name(first`, `=value,`, ` next`."""
        return self._call(f" {head.alias}(", head.slots, ")\n")

    def _call(self, opening: str, slots: tuple[Slot, ...], closing: str) -> str:
        written = tuple(slot for slot in slots if count(slot.production))
        ways = self._ways(opening, written, closing)
        if all(slot.default.texts for slot in written):
            ways.append(self._ids(opening + closing))
        return " | ".join(ways)

    def _ways(self, before: str, slots: tuple[Slot, ...], closing: str) -> list[str]:
        """Return how to go on with at least one of the slots: each that may be next."""
        found = []
        for i, slot in enumerate(slots):
            name, rest = self._ids(before + slot.name), slots[i + 1 :]
            if rest:
                value = self._rule(slot.production, "=", ",")
                found.append(f"{name} {value} {self._rest(rest, closing)}")
            if all(later.default.texts for later in rest):
                value = self._rule(slot.production, "=", closing)
                found.append(f"{name} {value}")
            if not slot.default.texts:
                break
        return found

    def _rest(self, slots: tuple[Slot, ...], closing: str) -> str:
        """Return the symbols of the arguments behind a comma."""
        if not any(slot.default.texts for slot in slots):
            return self._ways(" ", slots, closing)[0]
        return self._named((slots, closing), lambda: self._ways(" ", slots, closing))

    def _ids(self, text: str) -> str:
        return " ".join(f"<[{i}]>" for i in self._tokens.piece(text))

    def _rule(self, production: Production, left: str, right: str) -> str:
        """Return the name of the rule that writes left, a value, right."""
        key = (production, left, right)
        if in_bytes(production):
            return self._named(key, lambda: [self._bytewise(production, left, right)])
        return self._named(key, lambda: self._alternatives(production, left, right))

    def _named(self, key: object, body: Callable[[], list[str]]) -> str:
        """Return the name of a rule, written once a key."""
        if key not in self._names:
            ways = " | ".join(body())
            self._names[key] = name = f"v{len(self._names)}"
            self.lines.append(f"{name}: {ways}")
        return self._names[key]

    def _bytewise(self, production: Production, left: str, right: str) -> str:
        value = self.bytes.value(production)
        return f"{quoted(left)} {value} {quoted(right)}"

    def _alternatives(self, production: Production, left: str, right: str) -> list[str]:
        match production:
            case Choice(texts=texts):
                return [self._ids(left + text + right) for text in texts]
            case Range(low=low, high=high, step=step):
                return self._digits(digit_patterns(low, high, step), left, right)
            case Decimals(low=low, high=high, step=step, places=places):
                found = decimal_patterns(low, high, step, places)
                return self._digits(found, left, right)
            case Record(kind=kind, slots=slots):
                return [self._call(f"{left}{kind.__name__}(", slots, ")" + right)]
            case Text():
                return [self._bytewise(production, left, right)]
            case Sequence(items=items):
                return [self._row(items, left, right)]
            case Repeat(item=item, least=least, most=most):
                return self._repeat(item, least, most, left, right)
            case Either(options=options):
                return [self._rule(option, left, right) for option in options]

    def _row(self, items: tuple[Production, ...], left: str, right: str) -> str:
        if len(items) == 1:
            return self._rule(items[0], left + "(", ",)" + right)
        first, *middle, last = items
        return " ".join(
            [
                self._rule(first, left + "(", ","),
                *(self._rule(item, " ", ",") for item in middle),
                self._rule(last, " ", ")" + right),
            ]
        )

    def _repeat(
        self, item: Production, least: int, most: int, left: str, right: str
    ) -> list[str]:
        found = []
        if least == 0:
            found.append(self._ids(f"{left}(){right}"))
        if least <= 1:
            found.append(self._row((item,), left, right))
        if most >= 2:
            first, last = self._row((item, item), left, right).split(" ")
            middle = self._rule(item, " ", ",")
            times = f"{{{max(least - 2, 0)},{most - 2}}}"  # `{0,0}` is an error
            between = f" {middle}{times} " if most > 2 else " "
            found.append(first + between + last)
        return found

    def _digits(self, patterns: tuple[Digits, ...], left: str, right: str) -> list[str]:
        found = []
        for pattern in patterns:
            start = left + "-" * pattern.negative
            # Never as `<[1,2]>`: the engine takes only one of two overlapping sets.
            places = [
                f"({' | '.join(self._ids(str(d)) for d in range(a, b + 1))})"
                for a, b in pattern.classes
            ]
            if pattern.point:
                places.insert(-pattern.point, self._ids("."))
            found.append(" ".join([self._ids(start), *places, self._ids(right)]))
        return found
