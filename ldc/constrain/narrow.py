"""The grammar of one stage in one state: its candidates, objects, and variables."""

import ast
import random
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ldc.constrain.annotations import Objects
from ldc.constrain.menus import Live, Menu, menu_of
from ldc.constrain.productions import (
    Head,
    Slot,
    call_text,
    count,
    draw,
    may_be,
    nth_way,
)
from ldc.constrain.reading import read_slot, source_of
from ldc.constrain.recent import Recent
from ldc.constrain.scope import Scope
from ldc.errors import GrammarError, did_you_mean
from ldc.ir import Call, Function, Stage, TaskSpec, spell
from ldc.turns import NOBODY, Turn, line_name

if TYPE_CHECKING:
    from ldc.constrain.token_mask import Matcher
    from ldc.constrain.tokens import Tokens

NARROWED = Recent(256)
"""The grammars made last; in one game the same few come again and again."""

MENUS = Recent(64)
"""The menus made last, each for all sets of objects."""

OWN_NAMES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class StageGrammar:
    """All calls that one stage may make now; every text ends in a newline."""

    task: str
    stage: Stage
    heads: tuple[Head, ...]
    """One a function that can be called; never empty."""
    who: Any = NOBODY
    """The object whose turn it is, in a stage that repeats."""

    @property
    def result(self) -> str:
        """Name what the call is bound to: `moves`, or `move_3`."""
        return line_name(self.stage, self.who)

    @property
    def where(self) -> str:
        """Name this grammar as errors do."""
        return f"{self.task}/{self.stage.name}"

    def sample(self, rng: random.Random) -> Call:
        """Draw a function uniformly, then each argument uniformly."""
        head = rng.choice(self.heads)
        return self._call(head, tuple(draw(head, rng).items()))

    def spell(self, call: Call) -> str:
        r"""Return the completion text of a call: ` name(state=state, prey=2)\n`.

        Raises:
            GrammarError: the call is not one that this grammar offers.
        """
        head = self._head(call.function, own=True)
        given = dict(call.arguments)
        self._same_names(head, tuple(given))
        for slot in head.slots:
            value = given.setdefault(slot.name, *slot.default.values)
            if not may_be(slot, value):
                raise self._no_value(head, slot, spell(value))
        return call_text(head, given)

    def parse(self, text: str) -> Call:
        """Return the call that a text spells, with the functions' own names.

        Spaces and quotes are free here; `accepts` is strict about them.

        Raises:
            GrammarError: no call, an unknown name, or an argument out of its range.
        """
        try:
            with warnings.catch_warnings():  # of odd escapes in the text
                warnings.simplefilter("ignore")
                node = ast.parse(text.strip(), mode="eval").body
        except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
            raise self._no_call(text) from error
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            raise self._no_call(text)
        head = self._head(node.func.id, own=False)
        if node.args:
            what = f"{source_of(node.args[0])!r} is given without its name"
            raise GrammarError(self.where, what, "write every argument as name=value")
        self._same_names(head, tuple(word.arg or "**" for word in node.keywords))
        words = {word.arg: word.value for word in node.keywords}
        found = []
        for slot in head.slots:
            try:
                found.append((slot.name, read_slot(slot, words.get(slot.name))))
            except ValueError as error:
                spelled = source_of(words[slot.name])
                raise self._no_value(head, slot, spelled) from error
        return self._call(head, tuple(found))

    def accepts(self, text: str) -> bool:
        """Return whether the grammar writes exactly this text."""
        try:
            return self.spell(self.parse(text)) == text
        except GrammarError:
            return False

    def matcher(self, tokens: "Tokens") -> "Matcher":
        """Return a fresh token mask for this grammar, compiled once and copied."""
        from ldc.constrain.naming import matcher_of

        return matcher_of(self.heads, tokens)

    def lark(self, tokens: "Tokens | None" = None) -> str:
        """Return the grammar as text: token ids for `tokens`, else readable bytes."""
        from ldc.constrain.lark import line_grammar
        from ldc.constrain.token_grammar import token_grammar

        if tokens is None:
            return line_grammar(self.heads)
        return token_grammar(self.heads, tokens)

    def _call(self, head: Head, arguments: tuple[tuple[str, Any], ...]) -> Call:
        return Call(
            stage=self.stage.name,
            result=self.result,
            function=head.function,
            arguments=arguments,
        )

    def _head(self, name: str, *, own: bool) -> Head:
        known = {head.function if own else head.alias: head for head in self.heads}
        if name not in known:
            what = f"no function {name!r} can be called here"
            raise GrammarError(self.where, what, did_you_mean(name, list(known)))
        return known[name]

    def _same_names(self, head: Head, given: tuple[str, ...]) -> None:
        wanted = tuple(
            slot.name
            for slot in head.slots
            if slot.name in given or not slot.default.texts
        )
        if given != wanted:
            told = (s.name + "=..." * bool(s.default.texts) for s in head.slots)
            what = f"{head.alias} is called with ({', '.join(given)})"
            mend = f"give exactly ({', '.join(told)}), in this order"
            raise GrammarError(self.where, what, mend)

    def _no_call(self, text: str) -> GrammarError:
        first = self.heads[0]
        given = {slot.name: nth_way(slot, 0) for slot in first.slots}
        mend = f"write one call, as in{call_text(first, given).rstrip()}"
        return GrammarError(self.where, f"{text!r} is no call", mend)

    def _no_value(self, head: Head, slot: Slot, spelled: str) -> GrammarError:
        first, last = (
            spell(nth_way(slot, i)) for i in (0, max(count(slot.production), 1) - 1)
        )
        what = f"{head.alias} is called with {slot.name}={spelled}"
        mend = f"{slot.name} is {slot.spelled}: here from {first} to {last}"
        return GrammarError(self.where, what, mend)


def narrow(
    task: TaskSpec,
    stage_name: str,
    candidates: tuple[Function, ...],
    live: Objects | None,
    scope: Scope,
    names: Mapping[str, str] = OWN_NAMES,
    who: Any = NOBODY,
) -> StageGrammar:
    """Return the grammar of one stage line.

    A function with a parameter that nothing can stand for now is left out: the
    engine would not find the dead end by itself. The grammars made last are kept.

    Args:
        task: The task.
        stage_name: One of its stages.
        candidates: Functions of that stage.
        live: The state's objects by group; None for any value within bounds.
        scope: The variables that may be named: the state and earlier results.
        names: Function name -> the name that the text uses instead.
        who: The object whose turn it is, in a stage that repeats (`turns.turn_of`).

    Raises:
        GrammarError: a type without a grammar, two functions under one name, or no
            function that can be called.
    """
    there = Live(live)
    key = (
        *(id(task), stage_name, tuple(map(id, candidates)), scope),
        *(tuple(names.items()), spell(who)),
    )
    held = task, candidates

    def make() -> StageGrammar:
        stage, menu = MENUS.find(key, held, partial(_listed, *given))
        heads = menu.heads(there)
        if heads:
            return StageGrammar(task.name, stage, heads, who)
        aliases = [row.alias for row in menu.rows]
        what = f"none of {aliases!r} can be called: a parameter has no value now"
        mend = "keep one function whose arguments are always there, as `state` is"
        raise GrammarError(f"{task.name}/{stage_name}", what, mend)

    given = task, stage_name, candidates, scope, names, who
    found: StageGrammar = NARROWED.find((*key, there.whole()), held, make)
    return found


def _listed(
    task: TaskSpec,
    stage_name: str,
    candidates: tuple[Function, ...],
    scope: Scope,
    names: Mapping[str, str],
    who: Any,
) -> tuple[Stage, Menu]:
    """Return the stage and its menu, whatever objects are there."""
    stage = next((s for s in task.stages if s.name == stage_name), None)
    if stage is None:
        mend = did_you_mean(stage_name, [s.name for s in task.stages])
        raise GrammarError(task.name, f"no stage {stage_name!r}", mend)
    if (who is NOBODY) == bool(stage.each):
        what = f"it is {spell(who)} turn" if stage.each else f"{spell(who)} has no turn"
        mend = "say whose turn it is: `turns.turn_of`"
        raise GrammarError(f"{task.name}/{stage_name}", what, mend)
    turn = Turn(stage=stage, who=who)
    return stage, menu_of(task, turn, candidates, scope, names)
