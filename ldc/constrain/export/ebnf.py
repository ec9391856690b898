"""The rule table as EBNF, `name ::= body`: what llama.cpp and XGrammar both read."""

import re
from collections.abc import Iterable

from ldc.constrain.digits import Digits, decimal_patterns, digit_patterns
from ldc.constrain.export.letters import ebnf, spelled
from ldc.constrain.export.text_states import FORMS, Form, States, states_of
from ldc.constrain.language import lengths, tree
from ldc.constrain.lark import LarkWriter
from ldc.constrain.literals import quoted
from ldc.constrain.pattern import Chars
from ldc.constrain.productions import Decimals, Head, Range, Text
from ldc.constrain.quotes import SINGLE, has

ROOT = "root"
"""Where both engines start."""

SHORT = 60
"""Characters of a body that is written where it is used, instead of under a name."""


class EbnfWriter(LarkWriter):
    """Collects rules under names of small letters, digits and `-`.

    An underscore in a name once made llama-server drop the grammar without a word,
    so no name has one.
    """

    joint = "-"
    defines = " ::= "
    comments = "# "

    def __init__(self) -> None:
        super().__init__(ROOT)
        self._letters: dict[tuple[Chars, bool], str] = {}
        self._texts: dict[Text, str] = {}

    def line(self, heads: Iterable[Head], name: str, before: str) -> None:
        """Write the rule of one line: the text before the call, the call, its end."""
        place = len(self.blocks)
        calls = " | ".join([self.head(head) for head in heads])
        words = [quoted(before)] if before else []
        body = " ".join([*words, f"({calls})", quoted("\n")])
        self.blocks.insert(place, f"{name} ::= {body}")

    def scalar_name(self, name: str) -> str:
        """Return the name of a number or text: as any other."""
        return name

    def scalar(self, production: Range | Decimals | Text, name: str) -> str:
        """Return the body of a number or text."""
        match production:
            case Range(low=low, high=high, step=step):
                return _digits(digit_patterns(low, high, step))
            case Decimals(low=low, high=high, step=step, places=places):
                return _digits(decimal_patterns(low, high, step, places))
            case Text():
                return self._text(production, name)

    def times(self, part: str, least: int, most: int) -> str:
        """Return a part, repeated."""
        return f"{part}{{{least},{most}}}"

    def _text(self, text: Text, name: str) -> str:
        """Return the ways to write a text, by its quotes; equal texts share rules."""
        if text in self._texts:
            return self._texts[text]
        expression = tree(text.regex, text.least, text.most)
        counted = lengths(text.regex, text.least, text.most) != (0, -1)
        if not (counted or text.barred or has(expression, SINGLE)):
            body = ebnf(expression, lambda one: self._letter(one, FORMS[0]))
            return f"{quoted(FORMS[0].quote)} {body} {quoted(FORMS[0].quote)}"
        ways = []
        for form in FORMS:
            states = states_of(text, form)
            if states:
                ways.append(f"{quoted(form.quote)} {self._walk(states, form, name)}")
        self._texts[text] = name
        return " | ".join(ways)

    def _walk(self, states: States, form: Form, name: str) -> str:
        """Write a rule for each state; return the first one's name."""
        names = {state: self.fresh(f"{name}-text") for state in states}
        for state, (ends, steps) in states.items():
            ways = [f"{self._letter(one, form)} {names[to]}" for one, to in steps]
            ways += [quoted(form.quote)] * ends
            self.blocks.append(f"{names[state]} ::= {' | '.join(ways)}")
        return next(iter(names.values()))

    def _letter(self, letters: Chars, form: Form) -> str:
        """Return how one character is spelled; long ways stand under a name."""
        key = letters, form.escapes
        if key not in self._letters:
            body = spelled(letters, form.escapes)
            if len(body) > SHORT:
                name = self.fresh("letter")
                self.blocks.append(f"{name} ::= {body}")
                body = name
            self._letters[key] = body
        return self._letters[key]


def _digits(patterns: Iterable[Digits]) -> str:
    """Return digit patterns: `"-" [1-9] [0-9]`, digits that do not vary as texts."""
    found = []
    for pattern in patterns:
        places = [f"[{a}-{b}]" if a < b else f'"{a}"' for a, b in pattern.classes]
        if pattern.point:
            places.insert(-pattern.point, '"."')
        body = " ".join([*['"-"'] * pattern.negative, *places])
        found.append(re.sub(r'" "', "", body))
    return " | ".join(found)
