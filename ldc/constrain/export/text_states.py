"""The texts of a pattern as states, for formats that have no `and` and no `not`.

`repr` takes single quotes, but double ones for a text with a single quote and no
double one. So a text has one of three forms, and each is walked apart: which
characters may come, and which must have come at the end.
"""

from dataclasses import dataclass

from ldc.constrain.forms import Text
from ldc.constrain.language import Language
from ldc.constrain.language import State as Rest
from ldc.constrain.pattern import Chars, chars, common, without
from ldc.constrain.values import texts_of


@dataclass(frozen=True, slots=True)
class Form:
    """One way to quote a text."""

    quote: str
    never: str
    """Characters that texts of this form have not."""
    always: str
    """Characters that they all have."""

    @property
    def escapes(self) -> bool:
        """Return whether a single quote is spelled with a backslash."""
        return self.quote in self.always


FORMS = (Form("'", "'", ""), Form('"', '"', "'"), Form("'", "", "'\""))

State = tuple[Rest, str]
"""What may follow, and which of the characters that must come have come."""

States = dict[State, tuple[bool, list[tuple[Chars, State]]]]
"""Whether a text may end in a state, and where each character leads; first is first."""


def states_of(text: Text, form: Form) -> States:
    """Return the states of the texts of one form; none when there are no such texts."""
    language = texts_of(text)
    found: States = {}
    _walk(language, form, (language.start, ""), found)
    alive = {state for state, (ends, steps) in found.items() if ends or steps}
    return {state: found[state] for state in reversed(found) if state in alive}


def _walk(language: Language, form: Form, state: State, found: States) -> bool:
    """Note a state after all that follow it; say whether a text can end from there."""
    if state in found:
        return found[state][0] or bool(found[state][1])
    rest, met = state
    steps = [
        (letters, (following, then))
        for ranges, following in language.steps(rest)
        if language.count_from(following)
        for letters, then in _parted(Chars(ranges), form, met)
        if _walk(language, form, (following, then), found)
    ]
    ends = language.ends(rest) and met == form.always
    found[state] = ends, steps
    return ends or bool(steps)


def _parted(letters: Chars, form: Form, met: str) -> list[tuple[Chars, str]]:
    """Return the characters of a step by what will have been met after them."""
    barred = chars(*((ord(c), ord(c)) for c in form.never + form.always))
    found = [(without(letters, barred), met)]
    for one in form.always:
        here = common(letters, chars((ord(one), ord(one))))
        found.append((here, "".join(c for c in form.always if c in met + one)))
    return [(part, then) for part, then in found if part.ranges]
