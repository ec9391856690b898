"""Function definitions of other hands as heads, and their calls there and back."""

import ast
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ldc.constrain.forms import Head
from ldc.constrain.productions import call_text
from ldc.constrain.reading import read_arguments
from ldc.constrain.schema.bounds import Bounds
from ldc.constrain.schema.compiler import Compiler
from ldc.constrain.schema.json_values import call_of_json, to_json
from ldc.constrain.schema.names import python_name
from ldc.constrain.schema.property import ABSENT, key_of
from ldc.errors import GrammarError, did_you_mean

LISTS = ("tools", "functions")
"""Keys under which a file may hold its definitions."""

PARAMETERS = ("parameters", "input_schema", "inputSchema")
"""OpenAI's key, Anthropic's, and that of the Model Context Protocol."""


_NO_CALL = (AttributeError, KeyError, MemoryError, RecursionError)
"""What comes of a text that is no call, or of no function here."""

USUAL = Bounds()


@dataclass(frozen=True, slots=True)
class Tools:
    """Functions of one table, and how they are called in JSON."""

    heads: tuple[Head, ...]
    """The rule table: every format and every mask is made from it."""
    manuals: Mapping[str, str]
    """Function name -> description."""

    def text_of(self, name: str, arguments: Mapping[str, Any]) -> str:
        r"""Return a call as the grammar writes it: ` weather(city='Oslo', days=3)\n`.

        Args:
            name: The function's own name.
            arguments: JSON values by key.

        Raises:
            GrammarError: no such function or key, or a value that it does not take.
        """
        alias = next((h.alias for h in self.heads if h.function == name), name)
        return call_of_json(self.heads, alias, arguments, "tools")

    def call_of(self, text: str) -> tuple[str, dict[str, Any]]:
        """Return (the function's own name, JSON arguments) of a call in text.

        What the text leaves out stands in the arguments if it has a default.

        Raises:
            GrammarError: the grammar does not write this text.
        """
        table = {head.alias: head for head in self.heads}
        try:
            node: Any = ast.parse(text.strip(), mode="eval").body
            head = table[node.func.id]
            given = read_arguments(head.slots, node.keywords)
            if call_text(head, given) != text:
                raise ValueError(text)
        except (SyntaxError, ValueError, *_NO_CALL) as error:
            mend = did_you_mean(text.split("(")[0].strip(), list(table))
            raise GrammarError(
                "tools", f"{text!r} is no call of these", mend
            ) from error
        told = {key_of(slot): given[slot.name] for slot in head.slots}
        return head.function, {
            k: to_json(v) for k, v in told.items() if v is not ABSENT
        }


def tools_of(definitions: Any, bounds: Bounds | None = USUAL) -> Tools:
    """Compile function definitions in JSON Schema.

    Args:
        definitions: One, a list, or an object with `tools` or `functions`. Each is
            `{"name", "description", "parameters"}`, alone or under `"function"`, as
            OpenAI's APIs have it; Anthropic's `input_schema` and MCP's `inputSchema`
            are read too.
        bounds: For what a schema leaves open; None to refuse it.

    Raises:
        GrammarError: a definition that is none, or a schema without a finite grammar;
            it names the path in the schema.
    """
    heads: list[Head] = []
    manuals: dict[str, str] = {}
    for definition in _listed(definitions):
        name, manual, schema = _parts(definition)
        if any(head.function == name for head in heads):
            raise GrammarError(name, "two functions have this name", "rename one")
        alias = python_name(name, {head.alias for head in heads})
        compiler = Compiler(schema, bounds)
        heads.append(Head(alias, compiler.parameters(schema, f"{name}: #"), name))
        if manual:
            manuals[name] = manual
    if not heads:
        mend = "give a list of {name, description, parameters}"
        raise GrammarError("tools", "there is no function", mend)
    return Tools(tuple(heads), manuals)


def heads_of(definitions: Any, bounds: Bounds | None = USUAL) -> tuple[Head, ...]:
    """Return the rule table of function definitions; as `tools_of`."""
    return tools_of(definitions, bounds).heads


def _listed(definitions: Any) -> Iterable[Any]:
    if isinstance(definitions, Mapping):
        held = [definitions[key] for key in LISTS if key in definitions]
        return held[0] if held else [definitions]
    return definitions if isinstance(definitions, Sequence) else [definitions]


def _parts(definition: Any) -> tuple[str, str, Any]:
    """Return a definition's name, description and schema."""
    if isinstance(definition, Mapping):
        inner = definition.get("function", definition)
        if isinstance(inner, Mapping) and isinstance(inner.get("name"), str):
            found = [inner[key] for key in PARAMETERS if key in inner]
            schema = found[0] if found and found[0] is not None else {}
            return inner["name"], str(inner.get("description") or ""), schema
    mend = 'write {"name": ..., "description": ..., "parameters": {...}}'
    raise GrammarError("tools", f"{definition!r} is no function definition", mend)
