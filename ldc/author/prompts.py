"""Makes the requests to the teacher: the words are in `templates/author/`."""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import cycle
from typing import Any

from ldc.author.asks import Ask
from ldc.author.ledger import Request
from ldc.author.parts import member_of
from ldc.author.primer import helpers, numbered, primer
from ldc.ir import Function, TaskSpec
from ldc.render import Renderer

TURN = "\n====\n"
"""Parts what is said in a template."""

FREE = 0.8
"""Temperature of all draws but the first."""

NAMELESS = "decide"
"""How a function is called until it says what it does."""

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

    def body(self, ask: Ask, known: Sequence[str], draw: int = 0) -> Request:
        """Ask for a function, and what it does in one sentence; each draw is another.

        Args:
            ask: The function.
            known: What functions there do, in a sentence each; it is to be another one.
            draw: From 0 on.
        """
        shown = None if ask.member else self._shown.get(ask.stage.name)
        example = _bare(shown) if shown else ""
        given = {"name": NAMELESS, "known": known, "example": example}
        return self._request(self._turns("body", ask, **given), draw)

    def property(self, ask: Ask, name: str, code: str, draw: int = 0) -> Request:
        """Ask what always holds of a function's answer."""
        turns = self._turns("property", ask, name=name, code=code.strip())
        return self._request(turns, draw, tokens=200)

    def again(
        self,
        first: Request,
        code: str,
        faults: Sequence[str],
        *,
        name: str,
        head: str = "",
    ) -> Request:
        """Ask for a better text of what a request was answered with.

        Args:
            first: The request.
            code: The answer.
            faults: What is wrong with it, in words.
            name: Of the function.
            head: What a function is to begin with; "" of a check.
        """
        given = {"name": name, "head": head, "faults": faults}
        text = self._renderer.text("author/repair.jinja", given)
        told = ("assistant", f"```python\n{code.strip()}\n```"), ("user", text)
        return replace(first, messages=(*first.messages, *told))

    def _turns(self, template: str, ask: Ask, **more: object) -> tuple[str, ...]:
        """Return what is said in turns: by the user first and last."""
        given = {
            "ask": ask,
            "stage": ask.stage,
            "sayings": self._sayings,
            "value": self._values[ask.stage.result],
            "numbered": [
                (word, group, member_of(self._task, group))
                for word, group in numbered(self._task)
            ],
            "helpers": helpers(self._task),
            "fields": [field.name for field in fields(self._task.state)],
        }
        text = self._renderer.text(f"author/{template}.jinja", {**given, **more})
        return tuple(turn.strip("\n") for turn in text.split(TURN))

    def _request(self, said: Sequence[str], draw: int, tokens: int = 0) -> Request:
        given = {
            "task": self._task,
            "primer": self._primer,
            "state": self._values["state"],
        }
        system = self._renderer.text("author/system.jinja", given)
        return Request(
            model=self._manner.model,
            messages=(("system", system), *zip(cycle(SPEAKERS), said, strict=False)),
            max_tokens=tokens or self._manner.max_tokens,
            **self._drawn(draw),
        )

    def _drawn(self, draw: int) -> Any:
        """Return how a text is drawn: the first is nearly the likeliest, later less."""
        low = self._manner.temperature
        return {
            "temperature": round(max(low, FREE) if draw else low, 3),
            "seed": self._manner.seed + draw,
        }


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
