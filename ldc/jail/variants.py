"""Runs many versions of one definition in the jail, each until something tells it.

The host has compiled them; here each is put in the place of the original, tried, and
taken out again. No version gets a process of its own: fuel ends the endless ones.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ldc.jail.clock import Late
from ldc.jail.meter import Meter

MOST = 50
"""Differing answers that are told of one version."""


def variants(
    loaded: Mapping[str, Any], meter: Meter, message: Mapping[str, Any]
) -> Iterator[list[Any]]:
    """Yield for each version who told it, or where it answers differently.

    Args:
        loaded: Name -> loaded function, with its namespace and codecs.
        meter: Gives each call its fuel.
        message: "name" of the function; "versions", pairs of the name that a version
            defines and its code; "examples", pairs of expression and what a REPL
            prints; "properties", name -> argument lists; "calls", argument lists.

    Yields:
        ["killed", by], or ["survived", [[place in calls, answer], ...]].
    """
    function = loaded[message["name"]]
    space = function.namespace
    examples = [
        (compile(text, "<example>", "eval"), want) for text, want in message["examples"]
    ]
    asked = [
        (name, [loaded[name].known(arguments) for arguments in rows])
        for name, rows in message["properties"].items()
    ]
    calls = [function.known(arguments) for arguments in message["calls"]]
    original = [_answer(function, meter, values) for values in calls]

    def told() -> list[Any]:
        for code, want in examples:
            if _shown(space, meter, code) != want:
                return ["killed", "an example"]
        for name, rows in asked:
            for values in rows:
                if _answer(loaded[name], meter, values) != "true":
                    return ["killed", name]
        differing: list[list[Any]] = []
        for place, (values, before) in enumerate(zip(calls, original, strict=True)):
            answer = _answer(function, meter, values, space[message["name"]])
            if answer is None:
                return ["killed", "dynamic"]
            if answer != before and len(differing) < MOST:
                differing.append([place, json.loads(answer)])
        return ["survived", differing]

    for name, code in message["versions"]:
        before = space[name]
        exec(code, space)  # the host compiled it
        try:
            yield told()
        finally:
            space[name] = before


def _answer(
    function: Any, meter: Meter, values: dict[str, Any], version: Any = None
) -> str | None:
    """Return what a call returns as JSON; None for a call without a result."""
    try:
        returned = meter.call(function.namespace, version or function.function, values)
        return json.dumps(function.returns.encode(returned), allow_nan=False)
    except Late:
        raise
    except BaseException:  # a version may raise anything
        return None


def _shown(space: dict[str, Any], meter: Meter, code: Any) -> str | None:
    try:
        value = meter.call(space, lambda: eval(code, space), {})
        return f"{value!r}\n"
    except Late:
        raise
    except BaseException:  # likewise
        return None
