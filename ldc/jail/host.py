"""The host's side of the jail: keeps a worker, sends it calls, judges its answers."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from ldc.errors import JailError, did_you_mean
from ldc.ir import Function, TaskSpec
from ldc.jail.heaps import Heap, Heaps, ask
from ldc.jail.outcomes import (
    CallFailed,
    Crossing,
    Outcome,
    Raised,
    Returned,
    WeakJail,
    text,
)
from ldc.jail.process import Worker, WorkerLost
from ldc.jail.values import shown
from ldc.jail.walls import ALL, Walls
from ldc.jail.weave import Way
from ldc.jail.zygotes import START_SECONDS, Zygote, zygote_of

MAX_DEATHS = 3
"""Calls of one batch that may cost a worker; what is then left of it is skipped."""

WEAK = "LDC_ALLOW_WEAK_JAIL"
"""Environment variable: "1" lets functions run where the kernel's wall cannot stand."""

STRONGER = (
    "use Linux 5.10 or newer on x86_64 or aarch64, where seccomp is allowed; or, for "
    f"functions that you trust, --allow-weak-jail ({WEAK}=1); see `ldc doctor`"
)
"""What to do where the kernel's wall cannot stand."""


class Jail:
    """Functions of one task behind walls; a context manager.

    Args:
        task: Gives the state module, which the zygote imports too; None for none.
        functions: What can be called; names must differ.
        seconds: What one call may take.
        memory: What a worker may use beyond its start, in bytes.
        cpu: Processor seconds in a worker's whole life; a fresh one follows it.
        hash_seed: Order of sets in the worker; verdicts are tried under two.
        fuel: Steps that one call may take, counted; 0 counts nothing and is faster.
        walls: Which walls stand; for trials of the others alone.
        without: Layers of the kernel's wall to leave out, for the same.
        weak: Whether to go on where the kernel's wall cannot stand; None asks the
            environment (`LDC_ALLOW_WEAK_JAIL`).

    Raises:
        JailError: The worker cannot start: the state module or the system is at fault.
        WeakJail: The kernel's wall does not stand.
        CallFailed: A function file cannot be loaded.
    """

    def __init__(
        self,
        task: TaskSpec | None,
        functions: Sequence[Function],
        *,
        seconds: float = 1.0,
        memory: int = 256 << 20,
        cpu: int = 600,
        hash_seed: int = 0,
        fuel: int = 0,
        walls: Walls = ALL,
        without: frozenset[str] = frozenset(),
        weak: bool | None = None,
    ) -> None:
        self._functions = {function.name: function for function in functions}
        if len(self._functions) != len(functions):
            names = [function.name for function in functions]
            twice = next(name for name in names if names.count(name) > 1)
            raise JailError("jail", f"two functions are named {twice!r}", "rename one")
        self._seconds = seconds
        self._state_module = task.state_module if task else ""
        self._hash_seed = hash_seed
        self._walls = walls
        self._setup = {
            "memory": memory,
            "cpu": cpu,
            "fuel": fuel,
            "seconds": seconds,
            "kernel": walls.kernel,
            "namespace": walls.namespace,
            "without": sorted(without),
            "weak": os.environ.get(WEAK) == "1" if weak is None else weak,
        }
        self._crossings: dict[str, Crossing] = {}
        self._worker: Worker | None = None
        self._ways: tuple[Way, ...] = ()
        self._layers: Mapping[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Kill the worker; a later call starts a fresh one."""
        if self._worker is not None:
            self._worker.kill()
            self._worker = None

    def start(self) -> None:
        """Start what workers come from without waiting for it."""
        self._zygote()

    def call(self, name: str, arguments: Mapping[str, Any]) -> Any:
        """Return what the function returns, checked by its declared type.

        Args:
            name: A function given at the start.
            arguments: Parameter -> value, all of them.

        Raises:
            CallFailed: The function raised, was late, died, or returned another type.
            JailError: No such function, a missing argument, or a worker that cannot
                start.
        """
        (outcome,) = self.batch(name, (arguments,))
        if isinstance(outcome, Raised):
            spelled = ", ".join(f"{n}={shown(v)}" for n, v in arguments.items())
            raise CallFailed(f"{name}({spelled})", outcome)
        return outcome.value

    def batch(
        self, name: str, calls: Iterable[Mapping[str, Any]]
    ) -> list[Returned | Raised]:
        """Return the outcome of each call, in order; a failed one does not stop it.

        When a worker is lost, none of its answers count, and each call is tried alone;
        a call is blamed only when it fails so in a fresh worker. After three such calls
        the rest is skipped.

        Raises:
            JailError: As `call`.
        """
        heaps = Heaps([*calls], self._encoder(name))
        message = {"name": name, "seconds": self._seconds}
        decode = self._decoder(name)
        found = self._tried(message, heaps, decode)
        if isinstance(found, list) and len(found) == heaps.size:
            return found
        outcomes = heaps.misfits
        rest = group = heaps.pairs()
        alone, deaths = False, 0
        while group:
            if isinstance(found, Raised) and len(group) > 1:
                alone = True
            else:
                deaths += self._worker is None
                told = [found] if isinstance(found, Raised) else found
                for (place, _), outcome in zip(group, told, strict=False):
                    outcomes[place] = outcome
                rest = rest[len(told) :] if deaths < MAX_DEATHS else []
            group = rest[:1] if alone else rest
            if group:
                parts = [([data for _, data in group], False)]
                found = self._tried(message, parts, decode)
        skipped = Raised("skipped", f"not tried: {deaths} calls before it failed hard")
        return [outcomes.get(place, skipped) for place in range(heaps.size)]

    def show(self, name: str, expression: str) -> Returned | Raised:
        """Return what a REPL would print for an expression in the function's file.

        Raises:
            JailError: As `call`.
        """
        self._known(name)
        message = {"name": name, "show": True, "seconds": self._seconds}
        found = self._tried(message, [([expression], False)], text)
        return found if isinstance(found, Raised) else found[0]

    def layers(self) -> Mapping[str, str]:
        """Return layer of the kernel's wall -> why it does not stand; empty if it does.

        Raises:
            JailError: The worker cannot start.
        """
        self._ready()
        return self._layers

    def _known(self, name: str) -> Function:
        if name not in self._functions:
            raise JailError(
                "jail",
                f"function {name!r} is not in this base",
                did_you_mean(name, list(self._functions)),
            )
        return self._functions[name]

    def _encoder(self, name: str) -> Callable[[Mapping[str, Any]], Any]:
        """Return what makes arguments cross; it raises Misfit, JailError."""
        crossing = self._crossing(name)
        # A worker that counts keeps values by their texts.
        return crossing.texts if self._setup["fuel"] else crossing.data

    def _crossing(self, name: str) -> Crossing:
        if name not in self._crossings:
            self._crossings[name] = Crossing(self._known(name))
        return self._crossings[name]

    def _decoder(self, name: str) -> Any:
        return self._crossing(name).decode

    def _tried(
        self,
        message: Mapping[str, Any],
        heaps: Iterable[Heap],
        decode: Callable[[Any], Any],
    ) -> list[Outcome] | Raised:
        """Return all outcomes, or those up to one that is overdue; or why none count.

        After an overdue one there is no worker. One that was used before may suffer
        from what was done to it then, so a fresh one is asked too.
        """
        while True:
            worker = self._ready()
            used = worker.used
            try:
                outcomes, overdue = ask(worker, message, heaps, decode)
                if overdue:
                    self.close()
                return outcomes
            except WorkerLost as error:
                lost = error
            except BaseException:  # as Ctrl-C does
                if not worker.sealed:
                    self.close()
                raise
            self.close()
            if not used:
                return Raised(lost.fault, lost.what)

    def _zygote(self) -> Zygote:
        return zygote_of(self._hash_seed, self._state_module, self._walls.kernel)

    def _ready(self) -> Worker:
        if self._worker is None:
            self._worker = Worker(self._zygote())
            self._greet(self._worker)
        return self._worker

    def _sources(self) -> list[dict[str, Any]]:
        names: dict[tuple[str, str], list[str]] = {}
        for function in self._functions.values():
            names.setdefault((function.path, function.source), []).append(function.name)
        return [
            {"path": path, "text": text, "names": named, "typed": True}
            for (path, text), named in names.items()
        ]

    def _greet(self, worker: Worker) -> None:
        """Have the worker load the files, behind its walls; see that these stand."""
        told = {"sources": self._sources(), "state_module": self._state_module}
        try:
            (hello,) = worker.ask(told | self._setup, START_SECONDS)
            kind, *rest = hello
        except (WorkerLost, TypeError, ValueError) as error:
            self.close()
            raise JailError(
                "jail", f"the worker did not start: {error}", "try `ldc doctor`"
            ) from None
        worker.used = 0
        if kind == "ready":
            ways, self._layers = rest
            self._ways = tuple(Way(*way) for way in ways)
            return
        self.close()
        whose, place, what = rest
        if whose == "walls":
            said = f"the kernel's wall does not stand here: {what}"
            raise WeakJail(place, said, STRONGER)
        if whose == "function":
            raise CallFailed(str(place), Raised("raised", f"loading it: {what}"))
        raise JailError(
            str(place), f"cannot be used in the jail: {what}", "try `ldc doctor`"
        )
