"""Makes the requests to the teacher: the words are in `templates/author/`."""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ldc.author.asks import Ask
from ldc.author.ledger import Request
from ldc.author.primer import primer
from ldc.ir import Function, TaskSpec
from ldc.render import Renderer


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

    def idea(self, ask: Ask, there: Sequence[Function]) -> Request:
        """Ask what a function should do, in one sentence.

        Args:
            ask: The function.
            there: Functions of this stage that are there already.
        """
        known = [(f.name, f.summary) for f in there if f.stage == ask.stage.name]
        example = self._shown.get(ask.stage.name)
        stages = {stage.name: stage.title for stage in self._task.stages}
        title = stages[example.stage] if example else ""
        text = self._text("idea", ask, known=known, example=example, title=title)
        return self._request(ask, [text], 0, tokens=60)

    def body(self, ask: Ask, name: str, summary: str) -> Request:
        """Ask for the function whose summary this is."""
        text = self._text("body", ask, name=name, summary=summary)
        return self._request(ask, [text], 0)

    def property(self, ask: Ask, name: str, code: str) -> Request:
        """Ask what always holds of a function's answer."""
        text = self._text("property", ask, name=name, code=code.strip())
        return self._request(ask, [text], 0, tokens=200)

    def repair(
        self, ask: Ask, name: str, code: str, faults: Sequence[str], attempt: int
    ) -> Request:
        """Ask for a better text.

        Args:
            ask: The function.
            name: Its name so far.
            code: The last text.
            faults: What is wrong with it, in words.
            attempt: From 2 on; each draws anew.
        """
        text = self._text("repair", ask, name=name, code=code.strip(), faults=faults)
        return self._request(ask, [text], attempt)

    def _text(self, template: str, ask: Ask, **more: object) -> str:
        given = {
            "ask": ask,
            "stage": ask.stage,
            "sayings": self._sayings,
            "value": self._values[ask.stage.result],
        }
        return self._renderer.text(f"author/{template}.jinja", {**given, **more})

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
            messages=(("system", system), *(("user", text) for text in said)),
            # What was wrong once is drawn more freely the next time.
            temperature=round(min(1.0, manner.temperature + 0.2 * attempt), 3),
            max_tokens=tokens or manner.max_tokens,
            seed=manner.seed + attempt,
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
