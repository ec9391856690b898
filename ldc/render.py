"""Words every prompt: Jinja2 with StrictUndefined, one template, two parts."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ldc.errors import StoreError, TaskError
from ldc.ir import Prompt, Stage, TaskSpec, digest


class Renderer:
    """The templates of a project; the first folder that holds one wins.

    Args:
        folders: Where templates are looked for, the project's own before the shipped.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        self._jinja = Environment(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,
        )

    def decide(
        self, task: TaskSpec, stage: Stage, menu: Sequence[tuple[str, str]], facts: str
    ) -> Prompt:
        """Return what is read before one call.

        Args:
            task: Gives the goal.
            stage: Gives the title of the menu.
            menu: (condition, name) of each candidate, best first.
            facts: What is told of the state.

        Raises:
            StoreError: The template is missing.
            TaskError: It needs a name that is not given.
        """
        given = {"goal": task.goal, "title": stage.title, "menu": menu, "facts": facts}
        return Prompt(
            constant=self._block("constant", given), state=self._block("state", given)
        )

    def text(self, template: str, given: dict[str, Any]) -> str:
        """Return a whole template filled in, without a line feed at its end.

        Args:
            template: Its path in the templates folder: "author/idea.jinja".
            given: The names that its header lists.

        Raises:
            StoreError: The template is missing.
            TaskError: It needs a name that is not given.
        """
        from jinja2 import TemplateNotFound, UndefinedError

        try:
            return self._jinja.get_template(template).render(given).rstrip("\n")
        except TemplateNotFound as error:
            raise _missing(error, template) from error
        except UndefinedError as error:
            raise _unnamed(error, template, given) from error

    def digest(self) -> str:
        """Return the content hash of the decision template."""
        from jinja2 import TemplateNotFound

        loader = self._jinja.loader
        try:
            source = loader.get_source(self._jinja, "decide.jinja")[0] if loader else ""
        except TemplateNotFound as error:
            raise _missing(error) from error
        return digest(source)

    def _block(self, name: str, given: dict[str, Any]) -> str:
        from jinja2 import TemplateNotFound, UndefinedError

        try:
            template = self._jinja.get_template("decide.jinja")
            block = template.blocks[name]
            return "".join(block(template.new_context(given)))
        except TemplateNotFound as error:
            raise _missing(error) from error
        except UndefinedError as error:
            raise _unnamed(error, "decide.jinja", given) from error


def _missing(error: Exception, template: str = "decide.jinja") -> StoreError:
    return StoreError(
        f"templates/{template}", f"no template {error}", "restore the templates folder"
    )


def _unnamed(error: Exception, template: str, given: dict[str, Any]) -> TaskError:
    return TaskError(
        f"templates/{template}",
        f"{error}, given: {', '.join(sorted(given))}",
        "use only the names that the template's header lists",
    )
