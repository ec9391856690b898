"""The rule table in canonical tokens: `<[id]>` for each token, as llguidance reads it.

A byte grammar would let the student write `f`+`ast`+`est` where the tokenizer writes
`fastest`. So every piece of text between two places where the tokenizer always splits
is tokenised alone, and the grammar joins the pieces.
"""

from ldc.constrain.digits import digit_patterns
from ldc.constrain.productions import (
    Choice,
    Either,
    Head,
    Production,
    Range,
    Repeat,
    Sequence,
)
from ldc.constrain.tokens import Tokens


def token_grammar(heads: tuple[Head, ...], tokens: Tokens) -> str:
    """Render a rule table to llguidance's Lark with `<[token id]>` for every token."""
    writer = _TokenWriter(tokens)
    starts = " | ".join(writer.head(head) for head in heads)
    return "\n".join([f"start: {starts}", *writer.lines]) + "\n"


class _TokenWriter:
    """Writes productions as token sequences.

    A value is written together with the punctuation around it (`left`, `right`),
    because the tokenizer joins punctuation: `=(` and `',` are tokens. What is left
    between two such pieces begins with a letter or a space, where words begin anyway.
    """

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._names: dict[tuple[Production, str, str], str] = {}
        self.lines: list[str] = []

    def head(self, head: Head) -> str:
        """Return the symbols of a call, cut as ` name(first`, `=value,`, ` next`."""
        if not head.slots:
            return self._ids(f" {head.alias}()\n")
        last = len(head.slots) - 1
        parts = []
        for i, slot in enumerate(head.slots):
            parts.append(
                self._ids(f" {head.alias}({slot.name}" if i == 0 else f" {slot.name}")
            )
            right = ")\n" if i == last else ","
            parts.append(self._rule(slot.production, "=", right))
        return " ".join(parts)

    def _ids(self, text: str) -> str:
        return " ".join(f"<[{i}]>" for i in self._tokens.piece(text))

    def _rule(self, production: Production, left: str, right: str) -> str:
        """Return the name of the rule that writes left, a value, right."""
        key = (production, left, right)
        if key not in self._names:
            body = " | ".join(self._alternatives(production, left, right))
            self._names[key] = name = f"v{len(self._names)}"
            self.lines.append(f"{name}: {body}")
        return self._names[key]

    def _alternatives(self, production: Production, left: str, right: str) -> list[str]:
        match production:
            case Choice(texts=texts):
                return [self._ids(left + text + right) for text in texts]
            case Range(low=low, high=high):
                return self._digits(low, high, left, right)
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

    def _digits(self, low: int, high: int, left: str, right: str) -> list[str]:
        found = []
        for pattern in digit_patterns(low, high):
            start = left + "-" * pattern.negative
            # Never as `<[1,2]>`: the engine takes only one of two overlapping sets.
            places = [
                f"({' | '.join(self._ids(str(d)) for d in range(a, b + 1))})"
                for a, b in pattern.classes
            ]
            found.append(" ".join([self._ids(start), *places, self._ids(right)]))
        return found
