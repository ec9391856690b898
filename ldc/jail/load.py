"""Loads function files into bare namespaces, in the worker, behind its walls."""

import ast
import builtins
import json
import sys
import types
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from ldc.jail.meter import Meter
from ldc.jail.modules import Fault, bare
from ldc.jail.plain import plain
from ldc.jail.rebuild import rebuilder
from ldc.jail.values import Codec, codec, parts
from ldc.jail.weave import BURN, MARK, PROPERTY, weave


class Loaded:
    """One function with its codecs.

    Args:
        namespace: Of its file.
        name: Its name.
        typed: Whether arguments and result are taken by their declared types.
    """

    def __init__(self, namespace: dict[str, Any], name: str, typed: bool) -> None:
        self.namespace = namespace
        self.function = namespace[name]
        self.returns = Codec(plain, plain)
        self.values: Callable[[Any], dict[str, Any]] = dict
        """Data of a call as it crosses -> its arguments; the host has checked it."""
        self._parameters: list[tuple[str, Callable[[Any], Any]]] = []
        if typed:
            hints = dict(self.function.__annotations__)
            self.returns = codec(hints.pop("return"))
            self.values = rebuilder(hints, parts)
            self._parameters = [(n, parts(hint).decode) for n, hint in hints.items()]

    def known(self, arguments: list[str]) -> dict[str, Any]:
        """Return parameter -> value; raises Misfit.

        Args:
            arguments: A JSON text for each parameter. The same ones come again and
                again, so their values, which cannot change, are kept.
        """
        pairs = zip(self._parameters, arguments, strict=True)
        return {name: _decoded(decode, text) for (name, decode), text in pairs}


@lru_cache(maxsize=20_000)
def _decoded(decode: Callable[[Any], Any], text: str) -> Any:
    return decode(json.loads(text))


def load(
    sources: list[dict[str, Any]],
    modules: Mapping[str, types.ModuleType] | None,
    meter: Meter | None,
) -> tuple[dict[str, Loaded], list[list[Any]]]:
    """Return the functions by name, and the branches when they are counted.

    Args:
        sources: "path", "text", "names" of functions, "typed" of each file.
        modules: What can be imported; None leaves them all of Python.
        meter: Counts, when it is there.

    Raises:
        Fault: A file fails while it is executed, or lacks a function.
    """
    loaded = {}
    ways: list[list[Any]] = []
    # Where `dataclasses` looks up what stands in quotes.
    sys.modules["function"] = types.ModuleType("function")
    for source in sources:
        namespace: dict[str, Any] = {
            "__builtins__": vars(builtins) if modules is None else bare(modules),
            "__name__": "function",
        }
        try:
            tree = ast.parse(source["text"])
            if meter:
                namespace |= {BURN: int, MARK: int}  # until the first call
                woven = weave(tree, unmarked=PROPERTY)
                ways += [[way.line, way.what] for way in woven]
            code = compile(tree, source["path"], "exec")
            exec(code, namespace)  # this is what the jail is for
            for name in source["names"]:
                loaded[name] = Loaded(namespace, name, source["typed"])
        except BaseException as error:
            what = f"{type(error).__name__}: {said(error)}"
            raise Fault("function", source["path"], what) from None
    return loaded, ways


def said(error: BaseException) -> str:
    """Return what an exception says, which may itself fail."""
    try:
        return str(error)[:300]
    except BaseException:  # `__str__` may be the function's own
        return ""
