"""The rule table as EBNF, `name ::= body`: what llama.cpp and XGrammar both read."""

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

ROOT = "root"
"""Where both engines start."""


class EbnfWriter:
    """Collects rules under names of small letters, digits and `-`.

    An underscore in a name once made llama-server drop the grammar without a word,
    so no name has one.
    """

    def __init__(self, *reserved: str) -> None:
        self._taken = {ROOT, *reserved}
        self._rules: dict[tuple[Production, str], str] = {}
        self.blocks: list[str] = []
        """Finished rules in writing order, each with the comment above it."""

    def line(self, heads: Iterable[Head], name: str, before: str) -> None:
        """Write the rule of one line: the text before the call, the call, its end."""
        place = len(self.blocks)
        calls = " | ".join([self._head(head) for head in heads])
        words = [quoted(before)] if before else []
        body = " ".join([*words, f"({calls})", quoted("\n")])
        self.blocks.insert(place, f"{name} ::= {body}")

    def fresh(self, wanted: str) -> str:
        """Return a rule name near the wanted word that is not taken yet."""
        base = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", wanted).lower()
        base = re.sub(r"[^a-z0-9]+", "-", base).strip("-") or "value"
        base = base if base[0].isalpha() else f"r-{base}"
        name, number = base, 2
        while name in self._taken:
            name, number = f"{base}-{number}", number + 1
        self._taken.add(name)
        return name

    def _head(self, head: Head) -> str:
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
        self.blocks.insert(place, f"{name} ::= {' '.join(symbols)}")
        return name

    def _slot(self, head: Head, slot: Slot) -> str:
        named = slot.spelled.isidentifier() and slot.spelled not in ("int", "bool")
        wanted = slot.spelled if named else f"{head.alias}-{slot.name}"
        return self._rule(slot.production, wanted, describe(slot.annotation))

    def _rule(self, production: Production, wanted: str, comment: str = "") -> str:
        """Write a production once a comment; return the symbol that stands for it."""
        key = production, comment
        if key not in self._rules:
            self._rules[key] = name = self.fresh(wanted)
            place = len(self.blocks)
            rule = f"{name} ::= {self._body(production, name)}"
            self.blocks.insert(place, f"# {comment}\n{rule}" if comment else rule)
        return self._rules[key]

    def _body(self, production: Production, name: str) -> str:
        match production:
            case Choice(texts=texts):
                return " | ".join(map(quoted, texts))
            case Range(low=low, high=high):
                return " | ".join(_digits(low, high))
            case Sequence(items=items):
                parts = [self._rule(item, f"{name}-item") for item in items]
                inner = f" {quoted(', ')} ".join(parts)
                return _bracketed(inner + (' ","' if len(parts) == 1 else ""))
            case Repeat(item=item, least=least, most=most):
                return self._repeat(self._rule(item, f"{name}-item"), least, most)
            case Either(options=options):
                return " | ".join(self._rule(o, f"{name}-option") for o in options)

    def _repeat(self, part: str, least: int, most: int) -> str:
        found = []
        if least == 0:
            found.append(quoted("()"))
        if least <= 1:
            found.append(_bracketed(f'{part} ","'))
        if most >= 2:
            more = f"({quoted(', ')} {part}){{{max(least, 2) - 1},{most - 1}}}"
            found.append(_bracketed(f"{part} {more}"))
        return " | ".join(found)


def quoted(text: str) -> str:
    r"""Return a literal: `\\`, `\"`, `\n` and `\uXXXX` are escapes that both read."""
    words = {'"': '\\"', "\\": "\\\\", "\n": "\\n"}
    return '"' + "".join(words.get(c) or _plain(c) for c in text) + '"'


def _plain(letter: str) -> str:
    return letter if letter.isprintable() else f"\\u{ord(letter):04X}"


def _bracketed(inner: str) -> str:
    return f'"(" {inner} ")"'


def _digits(low: int, high: int) -> Iterable[str]:
    for pattern in digit_patterns(low, high):
        places = (f"[{a}-{b}]" if a < b else f'"{a}"' for a, b in pattern.classes)
        yield " ".join([*['"-"'] * pattern.negative, *places])
