"""The rule table as readable Lark text, in bytes; llguidance reads it.

Plain Lark does too, but for texts that may hold quotes or have a default: these need
the `&` and `~` of llguidance's terminals.
"""

import re
from collections.abc import Iterable

from ldc.constrain.describe import describe
from ldc.constrain.digits import decimal_patterns, digit_patterns
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
from ldc.constrain.language import lengths, tree
from ldc.constrain.literals import Cut, joined, pieces, quoted, whole
from ldc.constrain.quotes import spelled_forms
from ldc.constrain.values import count


def line_grammar(heads: Iterable[Head]) -> str:
    """Return the grammar of one completion: ` name(state=state)` and a newline."""
    writer = LarkWriter("start")
    names = [writer.head(head) for head in heads]
    start = f'start: ({" | ".join(names)}) "\\n"'
    return "\n\n".join([start, *writer.blocks]) + "\n"


class LarkWriter:
    """Collects rules under names that no two of them share.

    Other formats differ in the marks below, and in how they say a scalar.
    """

    joint = "_"
    """Stands between the words of a rule's name."""
    defines = ": "
    comments = "// "

    def __init__(self, *reserved: str) -> None:
        self._taken = set(reserved)
        self._numbers: dict[str, int] = {}
        self._rules: dict[tuple[Production, str], str] = {}
        self.blocks: list[str] = []
        """Finished rules in writing order, each with the comment above it."""

    def head(self, head: Head) -> str:
        """Write one function's rule and those of its slots; return its name."""
        name = self.fresh(head.alias)
        place = len(self.blocks)
        body = self._call(f" {head.alias}(", head.slots, head.alias, whole)
        self.blocks.insert(place, f"{name}{self.defines}{body}")
        return name

    def value(self, production: Production) -> str:
        """Write a production; return the symbol that stands for it."""
        return self._rule(production, "value", "")

    def fresh(self, wanted: str) -> str:
        """Return a rule name near the wanted word that is not taken yet."""
        words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", self.joint, wanted).lower()
        found = re.findall("[a-z0-9]+", words) or ["value"]
        base = self.joint.join(found if found[0][0].isalpha() else ["r", *found])
        name, number = base, self._numbers.get(base, 2)
        while name in self._taken:
            name, number = f"{base}{self.joint}{number}", number + 1
        self._numbers[base] = number
        self._taken.add(name)
        return name

    def scalar_name(self, name: str) -> str:
        """Return the name of a number or text: a terminal's here."""
        return name.upper()

    def scalar(self, production: Range | Decimals | Text, name: str) -> str:
        """Return the body of a number or text."""
        match production:
            case Range(low=low, high=high, step=step):
                found = digit_patterns(low, high, step)
            case Decimals(low=low, high=high, step=step, places=places):
                found = decimal_patterns(low, high, step, places)
            case Text():
                return terminal(production)
        return f"/{'|'.join(p.regex() for p in found)}/"

    def times(self, part: str, least: int, most: int) -> str:
        """Return a part, repeated."""
        return f"{part}~{least}..{most}"

    def _call(self, opening: str, slots: tuple[Slot, ...], owner: str, cut: Cut) -> str:
        """Return a call with these slots, those that have a default in brackets."""
        written = [slot for slot in slots if count(slot.production)]
        needed = [i for i, slot in enumerate(written) if not slot.default.texts]
        first = needed[0] if needed else len(written)
        if first == 0 or not written:
            return joined([opening, *self._arguments(written, owner, cut), ")"], cut)
        starts = []
        for i in range(min(first + 1, len(written))):
            begun = self._arguments(written[i:], owner, cut, started=True)
            starts.append(joined(begun, cut))
        choices = f"({' | '.join(starts)}){'' if needed else '?'}"
        return f'{quoted(opening)} {choices} ")"'

    def _arguments(
        self, slots: list[Slot], owner: str, cut: Cut, *, started: bool = False
    ) -> list[str | tuple[str]]:
        """Return texts, and symbols as tuples of one.

        Args:
            slots: What is written.
            owner: The function or record, for names.
            cut: Cuts a text into literals.
            started: Whether the first is written though it has a default.
        """
        found: list[str | tuple[str]] = []
        for i, slot in enumerate(slots):
            text = f"{', ' if i else ''}{slot.name}="
            part: list[str | tuple[str]] = [text, self._slot(owner, slot)]
            if slot.default.texts and not (started and i == 0):
                part = [(f"({joined(part, cut)})?",)]
            found += part
        return found

    def _slot(self, owner: str, slot: Slot) -> str | tuple[str]:
        one = isinstance(slot.production, Choice) and slot.production.texts
        if one and len(one) == 1:
            return one[0]
        simple = slot.spelled.isidentifier() and slot.spelled not in ("int", "bool")
        wanted = slot.spelled if simple else f"{owner}_{slot.name}"
        comment = describe(slot.annotation)
        if simple:
            comment = f"{slot.spelled}: {comment}"
        if slot.default.texts:
            comment += f"; {slot.default.texts[0]} when it is left out"
        return (self._rule(slot.production, wanted, comment),)

    def _rule(self, production: Production, wanted: str, comment: str) -> str:
        """Write a production once a comment; return the symbol that stands for it."""
        key = production, comment
        if key not in self._rules:
            scalar = isinstance(production, Range | Decimals | Text)
            name = self.fresh(wanted)
            name = self._rules[key] = self.scalar_name(name) if scalar else name
            place = len(self.blocks)
            body = f"{name}{self.defines}{self._body(production, name)}"
            told = f"{self.comments}{comment}\n" if comment else ""
            self.blocks.insert(place, told + body)
        return self._rules[key]

    def _body(self, production: Production, name: str) -> str:
        match production:
            case Choice(texts=texts):
                return " | ".join(joined([text], pieces) for text in texts)
            case Range() | Decimals() | Text():
                return self.scalar(production, name)
            case Record(kind=kind, slots=slots):
                return self._call(f"{kind.__name__}(", slots, name, pieces)
            case Sequence(items=items):
                parts = [self._rule(item, f"{name}_item", "") for item in items]
                end = '",)"' if len(parts) == 1 else '")"'
                inner = ' ", " '.join(parts)
                return f'"(" {inner} {end}'
            case Repeat(item=item, least=least, most=most):
                return self._repeat(item, least, most, name)
            case Either(options=options):
                return " | ".join(self._rule(o, f"{name}_option", "") for o in options)

    def _repeat(self, item: Production, least: int, most: int, name: str) -> str:
        part = self._rule(item, f"{name}_item", "")
        found = []
        if least == 0:
            found.append('"()"')
        if least <= 1:
            found.append(f'"(" {part} ",)"')
        if most >= 2:
            more = self.times(f'(", " {part})', max(least, 2) - 1, most - 1)
            found.append(f'"(" {part} {more} ")"')
        return " | ".join(found)


def terminal(text: Text) -> str:
    """Return a terminal of the texts as `repr` spells them."""
    expression = tree(text.regex, text.least, text.most)
    least, most = lengths(text.regex, text.least, text.most)
    forms = spelled_forms(expression, least, most, text.barred)
    ways = [" & ".join(map(_slashed, form)) for form in forms]
    return ways[0] if len(ways) == 1 else " | ".join(f"({way})" for way in ways)


def _slashed(regex: str) -> str:
    return f"~/{regex[1:]}/" if regex[0] == "~" else f"/{regex}/"
