"""The rule table as tools of OpenAI's API, in the subset that strict mode takes."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ldc.constrain.export.json_schema import Manuals, Schema, slots_schema
from ldc.constrain.productions import Head
from ldc.errors import GrammarError

NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What the API takes as a function's name."""

MOST_ENUM_VALUES = 1000
"""In all enums of one schema; the documented limit of February 2026."""

MOST_LEVELS = 10
"""Of objects within objects; the documented limit."""


def openai_tools(
    heads: Iterable[Head], manuals: Manuals | None = None
) -> list[dict[str, Any]]:
    """Return one strict tool a function, as Chat Completions takes them.

    The Responses API takes the same with the inner object flat: `{"type": "function",
    **tool["function"]}`. Read a tool call back with `call_of_json`.

    Args:
        heads: The table of one stage, or of several.
        manuals: Function name -> description; none by default.

    Raises:
        GrammarError: a name or a schema that the API refuses.
    """
    return [_tool(head, manuals or {}) for head in heads]


def _tool(head: Head, manuals: Manuals) -> dict[str, Any]:
    if not NAME.fullmatch(head.alias):
        what = f"the API takes no function name {head.alias!r}"
        raise GrammarError(head.function, what, "use at most 64 of A-Z a-z 0-9 _ -")
    schema = slots_schema(head.slots, strict=True)
    _within_limits(head, schema)
    told = {"description": manuals[head.function]} if head.function in manuals else {}
    function = {"name": head.alias, **told, "parameters": schema, "strict": True}
    return {"type": "function", "function": function}


def _within_limits(head: Head, schema: Schema) -> None:
    inner = list(_schemas(schema, 1))
    enums = sum(len(part.get("enum", ())) for part, _ in inner)
    if enums > MOST_ENUM_VALUES:
        what = f"its schema lists {enums} values, the API takes {MOST_ENUM_VALUES}"
        raise GrammarError(head.function, what, "use fewer values or a larger step")
    levels = max(level for _, level in inner)
    if levels > MOST_LEVELS:
        what = f"its schema nests {levels} objects, the API takes {MOST_LEVELS}"
        raise GrammarError(head.function, what, "nest less deep")


def _schemas(schema: Schema, level: int) -> Iterator[tuple[Schema, int]]:
    """Give every schema inside one, and in how many objects it stands."""
    yield schema, level
    for part in schema.get("properties", {}).values():
        yield from _schemas(part, level + ("properties" in part))
    for part in [*schema.get("anyOf", ()), *filter(None, [schema.get("items")])]:
        yield from _schemas(part, level + ("properties" in part))
