"""Other sandboxes, for `bench.jail`: each runs one function on plain states."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from typing import Any

Runs = Callable[[list[Any]], list[Any]]


def restricted_python(text: str, stack: ExitStack) -> Runs:
    """RestrictedPython: guards in this process; no limit of time or memory."""
    from RestrictedPython import compile_restricted, safe_globals
    from RestrictedPython.Eval import default_guarded_getitem, default_guarded_getiter
    from RestrictedPython.Guards import (
        guarded_iter_unpack_sequence,
        guarded_unpack_sequence,
    )

    space = {
        **safe_globals,
        "_getitem_": default_guarded_getitem,
        "_getiter_": default_guarded_getiter,
        "_iter_unpack_sequence_": guarded_iter_unpack_sequence,
        "_unpack_sequence_": guarded_unpack_sequence,
    }
    exec(compile_restricted(text, "<function>", "exec"), space)
    function = space["nearest"]
    return lambda states: [function(state, 9) for state in states]


def smolagents(text: str, stack: ExitStack) -> Runs:
    """The local executor of smolagents: an interpreter of the syntax tree."""
    from smolagents.local_python_executor import LocalPythonExecutor

    executor = LocalPythonExecutor(additional_authorized_imports=[])
    executor.send_tools({})
    executor(text)

    def runs(states: list[Any]) -> list[Any]:
        executor.send_variables({"states": states})
        found = executor("[nearest(state, 9) for state in states]").output
        return list(found)

    return runs


def monty(text: str, stack: ExitStack) -> Runs:
    """Monty of Pydantic: an interpreter of its own, in a pool of processes."""
    from pydantic_monty import Monty

    session = stack.enter_context(stack.enter_context(Monty()).checkout())
    session.feed_run(text)

    def runs(states: list[Any]) -> list[Any]:
        asked = "[nearest(state, 9) for state in states]"
        return list(session.feed_run(asked, inputs={"states": states}))

    return runs


def subprocess_a_call(text: str, stack: ExitStack) -> Runs:
    """A new Python for each call; alone, it walls off nothing but this process."""
    program = (
        f"import json, sys\n{text}\nprint(json.dumps(nearest(json.load(sys.stdin), 9)))"
    )
    command = [sys.executable, "-I", "-S", "-c", program]

    def one(state: Any) -> Any:
        done = subprocess.run(
            command, input=json.dumps(state), capture_output=True, text=True, check=True
        )
        return json.loads(done.stdout)

    return lambda states: [one(state) for state in states]


SANDBOXES: Mapping[str, tuple[str, Callable[[str, ExitStack], Runs]]] = {
    "RestrictedPython": ("RestrictedPython", restricted_python),
    "smolagents' local executor": ("smolagents", smolagents),
    "pydantic-monty": ("pydantic_monty", monty),
    "one subprocess a call": ("", subprocess_a_call),
}
"""Name -> the module that it needs, and what makes it."""
