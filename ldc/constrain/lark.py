"""The rule table as readable Lark text, in bytes; Lark and llguidance both read it."""

import json
import re
from collections.abc import Iterable

from ldc.constrain.describe import describe
from ldc.constrain.digits import digit_patterns
from ldc.constrain.productions import (
    Choice,
    Either,
    Head,
    Production,
    Range,
    Repeat,
    Sequence,
    Slot,
)


def line_grammar(heads: Iterable[Head]) -> str:
    """Return the grammar of one completion: ` name(state=state)` and a newline."""
    writer = LarkWriter("start")
    names = [writer.head(head) for head in heads]
    start = f'start: ({" | ".join(names)}) "\\n"'
    return "\n\n".join([start, *writer.blocks]) + "\n"


class LarkWriter:
    """Collects rules under names that no two of them share."""

    def __init__(self, *reserved: str) -> None:
        self._taken = set(reserved)
        self._rules: dict[tuple[Production, str], str] = {}
        self.blocks: list[str] = []
        """Finished rules in writing order, each with the comment above it."""

    def head(self, head: Head) -> str:
        """Write one function's rule and those of its slots; return its name."""
        name = self.fresh(head.alias)
        place = len(self.blocks)
        symbols, text = [], f" {head.alias}("
        for i, slot in enumerate(head.slots):
            text += f"{', ' if i else ''}{slot.name}="
            if isinstance(slot.production, Choice) and len(slot.production.texts) == 1:
                text += slot.production.texts[0]
                continue
            symbols += [quoted(text), self._slot(head, slot)]
            text = ""
        symbols.append(quoted(text + ")"))
        self.blocks.insert(place, f"{name}: {' '.join(symbols)}")
        return name

    def fresh(self, wanted: str) -> str:
        """Return a rule name near the wanted word that is not taken yet."""
        base = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", wanted).lower()
        base = re.sub(r"[^a-z0-9]+", "_", base).strip("_") or "value"
        base = base if base[0].isalpha() else f"r_{base}"
        name, number = base, 2
        while name in self._taken:
            name, number = f"{base}_{number}", number + 1
        self._taken.add(name)
        return name

    def _slot(self, head: Head, slot: Slot) -> str:
        simple = slot.spelled.isidentifier() and slot.spelled not in ("int", "bool")
        wanted = slot.spelled if simple else f"{head.alias}_{slot.name}"
        comment = describe(slot.annotation)
        if simple:
            comment = f"{slot.spelled}: {comment}"
        return self._rule(slot.production, wanted, comment)

    def _rule(self, production: Production, wanted: str, comment: str) -> str:
        """Write a production once a comment; return the symbol that stands for it."""
        key = production, comment
        if key not in self._rules:
            name = self.fresh(wanted)
            if isinstance(production, Range):
                name = name.upper()
            self._rules[key] = name
            place = len(self.blocks)
            body = self._body(production, name)
            block = f"// {comment}\n{name}: {body}" if comment else f"{name}: {body}"
            self.blocks.insert(place, block)
        return self._rules[key]

    def _body(self, production: Production, name: str) -> str:
        match production:
            case Choice(texts=texts):
                return " | ".join(map(quoted, texts))
            case Range(low=low, high=high):
                patterns = (p.regex() for p in digit_patterns(low, high))
                return f"/{'|'.join(patterns)}/"
            case Sequence(items=items):
                parts = [self._rule(item, f"{name}_item", "") for item in items]
                end = '",)"' if len(parts) == 1 else '")"'
                return f'"(" {_joined(parts)} {end}'
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
            more = f'(", " {part})~{max(least, 2) - 1}..{most - 1}'
            found.append(f'"(" {part} {more} ")"')
        return " | ".join(found)


def _joined(parts: list[str]) -> str:
    return ' ", " '.join(parts)


def quoted(text: str) -> str:
    """Return a Lark string literal: double quotes and JSON's escapes."""
    return json.dumps(text, ensure_ascii=False)
