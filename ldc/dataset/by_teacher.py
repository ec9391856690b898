"""Labels by the teacher: it is told what a student reads, and names the call and why.

It reads words, never numbers, nor which objects are present, so states that read alike
are one request, and the ledger answers the same request for good. Only a call that is
legal in the state is a label.
"""

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ldc.author.asking import Asking
from ldc.author.ledger import Entry, Request
from ldc.constrain import StageGrammar
from ldc.constrain.forms import Head, Slot
from ldc.constrain.productions import nth_way, ways
from ldc.dataset.label import Question
from ldc.dataset.reading import Key, grammar_of, key_of
from ldc.errors import GrammarError
from ldc.ir import Call, FunctionBase, TaskSpec, spell
from ldc.render import Renderer

MOST_TOKENS = 60
"""Of a reply: a call and a short reason."""

LISTED = 8
"""Values of an argument that are listed, at most."""

MOST_LETTERS = 2_000
"""Of a reply that is looked at; a call stands at its beginning."""


class ByTeacher:
    """Asks the teacher, once for all states that read alike.

    Args:
        task: Gives rules, facts and stages.
        base: The menu; all functions of the stage.
        renderer: Holds `use.jinja`.
        asking: Ledger, teacher and purse.
        model: The teacher's name.
        seed: Of the replies.
    """

    def __init__(
        self,
        task: TaskSpec,
        base: FunctionBase,
        renderer: Renderer,
        asking: Asking,
        model: str,
        seed: int = 0,
    ) -> None:
        self._task, self._base, self._renderer = task, base, renderer
        self._asking, self._model, self._seed = asking, model, seed
        self.said: dict[Key, Entry] = {}
        """Every question that was asked so far, with what came back."""

    def calls(self, questions: Sequence[Question]) -> tuple[Call | None, ...]:
        """Return the teacher's call for each question; None where it named none.

        Raises:
            Capped: The purse holds too little for one of them.
            TeacherError: As `Asking.answers`.
        """
        keys = [key_of(self._task, question) for question in questions]
        firsts = dict(zip(reversed(keys), reversed(questions), strict=True))
        new = [key for key in dict.fromkeys(keys) if key not in self.said]
        asked = [(f"use: {'; '.join(key)}", self.request(firsts[key])) for key in new]
        self.said |= dict(zip(new, self._asking.answers(asked), strict=True))
        return tuple(
            call_in(
                self.said[key].reply.text,
                grammar_of(self._task, self._base, question),
            )
            for key, question in zip(keys, questions, strict=True)
        )

    def request(self, question: Question) -> Request:
        """Return what the teacher is asked."""
        task, base = self._task, self._base
        stage = next(s for s in task.stages if s.name == question.stage)
        conditions = {f.name: f.condition for f in base.functions}
        heads = grammar_of(task, base, question, present=False).heads
        given = {
            "task": task,
            "stage": stage,
            "menu": [(conditions[h.function], form(h)) for h in heads],
            "facts": task.facts(question.state, stage.name, question.results),
        }
        return Request(
            model=self._model,
            messages=(
                ("system", self._renderer.text("use/system.jinja", given)),
                ("user", self._renderer.text("use/question.jinja", given)),
            ),
            temperature=0.0,
            max_tokens=MOST_TOKENS,
            seed=self._seed,
        )


def form(head: Head) -> str:
    """Return how a call is written, with the values that an argument may have.

    Example: `leave_out(state=state, prey=1|2|3)`; of more than `LISTED`, the type.
    """
    return f"{head.alias}({', '.join(map(_written, head.slots))})"


def _written(slot: Slot) -> str:
    if (count := ways(slot)) > LISTED:
        return f"{slot.name}={slot.spelled}"
    values = "|".join(spell(nth_way(slot, i)) for i in range(count))
    return f"{slot.name}={values}"


def call_in(reply: str, grammar: StageGrammar) -> Call | None:
    """Return the first call in a reply that names a function of the menu.

    Fences, prose, a name in front of `=`, and the order of keywords do not matter;
    arguments without a name are taken in order. None when there is no such call, or
    when it is not one that the grammar writes.
    """
    names = {head.alias: head for head in grammar.heads}
    text = reply[:MOST_LETTERS]
    for found in re.finditer(r"\b([A-Za-z_]\w*)\s*\(", text):
        if found[1] in names:
            node = _parsed(text[found.start() :])
            return _legal(node, names[found[1]], grammar) if node else None
    return None


def _parsed(text: str) -> ast.Call | None:
    """Return the call that a text begins with; None when it is not closed."""
    for end in (i for i, letter in enumerate(text, 1) if letter == ")"):
        try:
            node = ast.parse(text[:end].replace("\n", " "), mode="eval").body
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            continue
        return node if isinstance(node, ast.Call) else None
    return None


def _legal(node: ast.Call, head: Head, grammar: StageGrammar) -> Call | None:
    order = [slot.name for slot in head.slots]
    words: Mapping[str, ast.expr] = {
        **dict(zip(order, node.args, strict=False)),
        **{str(word.arg): word.value for word in node.keywords},
    }
    known = [name for name in order if name in words]
    if len(node.args) + len(node.keywords) != len(known):
        return None
    inner = ", ".join(f"{name}={ast.unparse(words[name])}" for name in known)
    try:
        call = grammar.parse(f"{head.alias}({inner})")
    except GrammarError:
        return None
    return replace(call, result=grammar.result)


def why(reply: str) -> str:
    """Return what a reply says after its first line, on one line."""
    return " ".join(reply.strip().split("\n")[1:]).strip().removeprefix("Why:").strip()
