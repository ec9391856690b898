"""What a worker offers to a function file: stand-ins for modules, few builtins."""

import ast
import builtins
import contextlib
import importlib
import importlib.machinery
import sys
import types
from collections.abc import Mapping
from typing import Any

from ldc.jail.allowed import BUILTINS, MODULES

LOUD = {"antigravity", "this"}
"""Modules that do something when they are imported."""


class Fault(Exception):
    """Why the worker cannot start: whose fault it is, a place, what happened."""


def imported(sources: list[dict[str, Any]]) -> set[str]:
    """Return the names of modules that sources import; nothing of them is executed."""
    names: set[str] = set()
    for source in sources:
        try:
            tree = ast.parse(source["text"])
        except Exception:  # told when it is loaded
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                names.add(node.module or "")
    return names


def import_all(names: set[str]) -> None:
    """Import modules of the standard library, as far as they are ones."""
    for name in sorted(names):
        if name.partition(".")[0] in sys.stdlib_module_names - LOUD:
            with contextlib.suppress(Exception):
                importlib.import_module(name)


def facades(
    state_module: str, words: Mapping[str, Any], wanted: set[str]
) -> Mapping[str, types.ModuleType]:
    """Return stand-ins for the wanted modules, with nothing but the allowed names."""
    facades = {}
    for name in wanted & MODULES.keys():
        allowed = MODULES[name]
        facades[name] = types.ModuleType(name)
        module = importlib.import_module(name)
        vars(facades[name]).update({word: getattr(module, word) for word in allowed})
    if not state_module:
        return facades
    facades[state_module] = types.ModuleType(state_module)
    vars(facades[state_module]).update(
        {
            word: value
            for word, value in words.items()
            if not word.startswith("_") and not isinstance(value, types.ModuleType)
        }
    )
    return facades


def bare(modules: Mapping[str, types.ModuleType]) -> dict[str, Any]:
    """Return the builtins of a function file; its imports find these modules alone."""

    def fetch(
        name: str,
        names: object = None,
        scope: object = None,
        wanted: tuple[str, ...] | None = None,
        level: int = 0,
    ) -> types.ModuleType:
        if level or name not in modules or ("." in name and not wanted):
            raise ImportError(f"{name!r} cannot be imported here")
        return modules[name]

    bare = {name: getattr(builtins, name) for name in (*BUILTINS, "__build_class__")}
    return {**bare, "__import__": fetch, "True": True, "False": False, "None": None}


def words_of(state_module: str) -> dict[str, Any]:
    """Import the state module alone: its package's env and teacher stay outside."""
    parts = state_module.split(".")
    path = None
    try:
        for depth in range(1, len(parts)):
            package = ".".join(parts[:depth])
            if package in sys.modules:
                path = list(sys.modules[package].__path__)
                continue
            spec = importlib.machinery.PathFinder.find_spec(package, path)
            if spec is None or spec.submodule_search_locations is None:
                raise ImportError(f"no package {package!r}")
            sys.modules[package] = types.ModuleType(package)
            path = list(spec.submodule_search_locations)
            sys.modules[package].__path__ = path
        return vars(importlib.import_module(state_module))
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        raise Fault("task", state_module, what) from None
