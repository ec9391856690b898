"""Makes the requests to the teacher: the words are in `templates/author/`."""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import cycle
from typing import get_args

from ldc.author.asks import Ask, spelled
from ldc.author.definition import PROPERTY
from ldc.author.ledger import Request
from ldc.author.primer import helpers, numbered, primer
from ldc.ir import Function, TaskSpec
from ldc.render import Renderer

TURN = "\n====\n"
"""Parts what is said in a template."""

FREELY = 4
"""Ideas are drawn as the last repairs are; else they are all the same."""

SPEAKERS = ("user", "assistant")
"""In turns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a teacher is asked; part of every request."""

    model: str
    temperature: float = 0.2
    seed: int = 0
    max_tokens: int = 500


class Prompts:
    """Words the requests of one task.

    Args:
        task: The task.
        renderer: Holds the templates.
        manner: How to ask.
        shown: Stage -> one function of another stage, as an example.
        sayings: What the words of the task mean.
        values: "state" and each result -> a value, as Python spells it.
    """

    def __init__(
        self,
        task: TaskSpec,
        renderer: Renderer,
        manner: Manner,
        shown: Mapping[str, Function],
        sayings: Mapping[str, str],
        values: Mapping[str, str],
    ) -> None:
        self._task = task
        self._renderer = renderer
        self._manner = manner
        self._shown = shown
        self._sayings = sayings
        self._values = values
        self._primer = primer(task)

    def idea(
        self, ask: Ask, known: Sequence[tuple[str, str]], attempt: int = 0
    ) -> Request:
        """Ask what a function should do, in one sentence.

        Args:
            ask: The function.
            known: (name, summary) of the functions of this stage that are there.
            attempt: From 0 on; each draws anew.
        """
        turns = self._turns("idea", ask, known=known)
        return self._request(ask, turns, FREELY + attempt, tokens=60)

    def body(self, ask: Ask, name: str, summary: str, attempt: int = 1) -> Request:
        """Ask for the function whose summary this is; each attempt draws anew."""
        turns = self._turns("body", ask, name=name, summary=summary)
        return self._request(ask, turns, attempt)

    def property(self, ask: Ask, name: str, code: str, attempt: int = 1) -> Request:
        """Ask what always holds of a function's answer."""
        turns = self._turns("property", ask, name=name, code=code.strip())
        return self._request(ask, turns, attempt, tokens=200)

    def again(
        self, first: Request, code: str, head: str, faults: Sequence[str]
    ) -> Request:
        """Ask for a better text of what a request was answered with.

        Args:
            first: The request.
            code: The answer; where there is none, it is only asked again.
            head: What it is to begin with: of a function, or of a check.
            faults: What is wrong with it, in words.
        """
        if not code.strip():
            return first
        check = head.startswith(f"def {PROPERTY}")
        given = {"head": head, "check": check, "faults": faults}
        text = self._renderer.text("author/repair.jinja", given)
        told = ("assistant", f"```python\n{code.strip()}\n```"), ("user", text)
        return replace(first, messages=(*first.messages, *told))

    def _turns(self, template: str, ask: Ask, **more: object) -> tuple[str, ...]:
        """Return what is said in turns: by the user first and last."""
        fields_of = dict(numbered(self._task))
        rows = {
            stage.result: fields_of.get(spelled(self._task, parts[0]), "")
            for stage in self._task.stages
            if ask.member and len(parts := get_args(stage.returns)) == ask.places
        }
        given = {
            "ask": ask,
            "stage": ask.stage,
            "sayings": self._sayings,
            "value": self._values[ask.stage.result],
            "values": self._values,
            "rows": rows,
            "numbered": [*fields_of.items()],
            "whose": [
                (word.lower(), group)
                for word, group in fields_of.items()
                if f"each {word.lower()}" in self._sayings.get(ask.returns, "")
            ],
            "helpers": helpers(self._task),
            "fields": [field.name for field in fields(self._task.state)],
        }
        text = self._renderer.text(f"author/{template}.jinja", {**given, **more})
        return tuple(turn.strip("\n") for turn in text.split(TURN))

    def _request(
        self, ask: Ask, said: Sequence[str], attempt: int, tokens: int = 0
    ) -> Request:
        example = self._shown.get(ask.stage.name)
        system = self._renderer.text(
            "author/system.jinja",
            {
                "task": self._task,
                "primer": self._primer,
                "state": self._values["state"],
                "example": example,
                "code": _bare(example) if example else "",
            },
        )
        manner = self._manner
        return Request(
            model=manner.model,
            messages=(("system", system), *zip(cycle(SPEAKERS), said, strict=False)),
            # What was wrong once is drawn more freely the next time.
            temperature=round(min(1.0, manner.temperature + 0.2 * (attempt - 1)), 3),
            max_tokens=tokens or manner.max_tokens,
            seed=manner.seed + attempt - 1,
        )


def _bare(function: Function) -> str:
    """Return the code of a function with its summary for a manual, and one property."""
    tree = ast.parse(function.source)
    kept: list[ast.stmt] = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            if ast.get_docstring(node):
                node.body[0] = ast.Expr(ast.Constant(function.summary))
            kept.append(node)
    return "\n\n\n".join(ast.unparse(node) for node in kept)
