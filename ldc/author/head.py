"""What is kept of a function file, so that an unchanged one is not parsed again."""

import ast
from dataclasses import dataclass

from ldc.author.annotations import Types
from ldc.author.defaults import value_of
from ldc.ir import REQUIRED, Function, Parameter, Signature, digest, spell


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A function without its source and its types; `json` can write each field.

    It belongs to one text: keep it under `Function.digest`.
    """

    name: str
    summary: str
    condition: str
    parameters: tuple[tuple[str, str], ...]
    """Each with its type as the source spells it."""
    defaults: tuple[tuple[str, str], ...]
    """Each with its default as a call spells it."""
    returns: str
    """The return type as the source spells it."""


def head_of(function: Function) -> Head:
    """Return what to keep of a function."""
    return Head(
        name=function.name,
        summary=function.summary,
        condition=function.condition,
        parameters=tuple((p.name, p.spelled) for p in function.signature.parameters),
        defaults=tuple(
            (p.name, spell(p.default))
            for p in function.signature.parameters
            if p.default is not REQUIRED
        ),
        returns=function.signature.spelled,
    )


def from_head(
    head: Head, source: str, *, task: str, stage: str, path: str, types: Types
) -> Function:
    """Return the function that `head_of` was given, with today's types of the task.

    Args:
        head: Kept under the digest of this source in this stage.
        source: The text of the file; it is not parsed.
        task: Name of the task.
        stage: Name of the stage that the file belongs to.
        path: Relative to the project.
        types: Of the task.

    Raises:
        SourceError: A type that the task no longer has.
    """
    defaults = {
        name: value_of(ast.parse(text, mode="eval").body, types.words)
        for name, text in head.defaults
    }
    return Function(
        name=head.name,
        task=task,
        stage=stage,
        signature=Signature(
            parameters=tuple(
                Parameter(
                    name=name,
                    annotation=types.spelled(text, path),
                    spelled=text,
                    default=defaults.get(name, REQUIRED),
                )
                for name, text in head.parameters
            ),
            returns=types.spelled(head.returns, path),
            spelled=head.returns,
        ),
        summary=head.summary,
        condition=head.condition,
        source=source,
        path=path,
        digest=digest(task, stage, source),
    )
