"""The host's side of the jail: starts workers, keeps deadlines, judges answers."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from ldc.errors import JailError, did_you_mean
from ldc.ir import REQUIRED, Function, TaskSpec
from ldc.jail.process import START_SECONDS, Fault, Worker, WorkerLost
from ldc.jail.told import Told, told
from ldc.jail.values import Misfit, NoCodec, codec, shown
from ldc.jail.weave import Way

MAX_DEATHS = 3
"""Workers that one batch may cost; what is then left of it is skipped."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A call's result, rebuilt and checked by the declared type."""

    value: Any


@dataclass(frozen=True, slots=True)
class Raised:
    """A call without a result."""

    fault: Fault
    what: str
    """In words, with the value or the exception that shows it."""


class CallFailed(JailError):
    """One call that has no result."""

    def __init__(self, call: str, raised: Raised) -> None:
        super().__init__(
            call,
            raised.what,
            "correct the function; `ldc check` shows the smallest case",
        )
        self.raised = raised


class Jail:
    """Functions of one task behind a wall; a context manager.

    Args:
        task: Gives the state module, which the worker imports too.
        functions: What can be called; names must differ.
        seconds: Deadline of one call.
        memory: What a worker may use beyond its start, in bytes.
        cpu: Processor seconds in a worker's whole life; a fresh one follows it.
        hash_seed: Order of sets in the worker; verdicts are tried under two.
        fuel: Steps that one call may take, counted; 0 counts nothing and is faster.

    Raises:
        JailError: The worker cannot start: the state module or the system is at fault.
        CallFailed: A function file cannot be loaded.
    """

    def __init__(
        self,
        task: TaskSpec,
        functions: Sequence[Function],
        *,
        seconds: float = 1.0,
        memory: int = 256 << 20,
        cpu: int = 600,
        hash_seed: int = 0,
        fuel: int = 0,
    ) -> None:
        self._task = task
        self._functions = {function.name: function for function in functions}
        if len(self._functions) != len(functions):
            names = [function.name for function in functions]
            twice = next(name for name in names if names.count(name) > 1)
            raise JailError("jail", f"two functions are named {twice!r}", "rename one")
        self._seconds = seconds
        self._limits = {"memory": memory, "cpu": cpu, "fuel": fuel}
        self._hash_seed = hash_seed
        self._worker: Worker | None = None
        self._greeted = False
        self._ways: tuple[Way, ...] = ()

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
        """Start the worker without waiting for it, so that two start side by side."""
        if self._worker is None:
            self._worker = Worker(self._hash_seed, self._seconds)
            self._greeted = False
            self._introduce(self._worker)

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

        A call that is late or kills its worker is tried once more alone in a fresh one;
        after three such calls the rest is skipped.

        Raises:
            JailError: As `call`.
        """
        function = self._known(name)
        outcomes: list[Returned | Raised | None] = []
        encoded: list[tuple[int, list[str]]] = []
        for arguments in calls:
            try:
                encoded.append((len(outcomes), encode_call(function, arguments)))
                outcomes.append(None)
            except Misfit as misfit:
                outcomes.append(Raised("argument", str(misfit)))
        decode = codec(function.signature.returns).decode
        deaths = 0
        while encoded:
            answers = self._exchange(name, [data for _, data in encoded])
            done = len(answers)
            for (place, _), answer in zip(encoded, answers, strict=False):
                outcomes[place] = judge(answer, decode)
            if isinstance(answers[-1], Raised):
                place, data = encoded[done - 1]
                if len(encoded) > 1 and answers[-1].fault != "late":
                    (answer, *_) = self._exchange(name, [data])
                    outcomes[place] = judge(answer, decode)
                deaths += 1
            encoded = encoded[done:]
            if deaths == MAX_DEATHS:
                break
        skipped = Raised("skipped", f"not tried: {deaths} calls before it failed hard")
        return [outcome or skipped for outcome in outcomes]

    def show(self, name: str, expression: str) -> Returned | Raised:
        """Return what a REPL would print for an expression in the function's file.

        Raises:
            JailError: As `call`.
        """
        self._known(name)
        worker = self._ready()
        try:
            return judge(worker.ask({"name": name, "show": expression}), _text)
        except WorkerLost as lost:
            self.close()
            return Raised(lost.fault, lost.what)

    def _known(self, name: str) -> Function:
        if name not in self._functions:
            raise JailError(
                "jail",
                f"function {name!r} is not in this base",
                did_you_mean(name, list(self._functions)),
            )
        return self._functions[name]

    def _exchange(self, name: str, calls: list[list[str]]) -> list[Any]:
        """Return raw answers up to the first that is missing, and that as Raised."""
        worker = self._ready()
        answers: list[Any] = []
        try:
            worker.send({"name": name, "calls": calls})
            for _ in calls:
                answers.append(worker.answer(self._seconds))
            worker.expect_silence()
        except WorkerLost as lost:
            self.close()
            if len(answers) == len(calls):
                answers.pop()
            answers.append(Raised(lost.fault, lost.what))
        return answers

    def _ready(self) -> Worker:
        if self._worker is not None and self._greeted and not self._worker.alive():
            self.close()
        self.start()
        assert self._worker is not None
        if not self._greeted:
            self._greet(self._worker)
            self._greeted = True
        return self._worker

    def _introduce(self, worker: Worker) -> None:
        names: dict[tuple[str, str], list[str]] = {}
        for function in self._functions.values():
            names.setdefault((function.path, function.source), []).append(function.name)
        worker.send(
            {
                "host": os.getpid(),
                "state_module": self._task.state_module,
                "sources": [
                    {"path": path, "text": text, "names": named}
                    for (path, text), named in names.items()
                ],
                **self._limits,
            }
        )

    def _greet(self, worker: Worker) -> None:
        try:
            hello = worker.frame(START_SECONDS)
        except WorkerLost as lost:
            self.close()
            raise JailError(
                "jail",
                f"the worker did not start: {lost.what}",
                "try `ldc doctor`; a state module must import without side effects",
            ) from None
        if isinstance(hello, dict) and hello.get("ready") is True:
            self._ways = tuple(Way(*way) for way in hello["ways"])
            return
        self.close()
        whose, place, what = hello.get("fault", ("jail", "jail", shown(hello)))
        if whose == "function":
            raise CallFailed(str(place), Raised("raised", f"loading it: {what}"))
        raise JailError(
            str(place), f"cannot be used in the jail: {what}", "try `ldc doctor`"
        )


def encode_call(function: Function, arguments: Mapping[str, Any]) -> list[str]:
    """Return the arguments, defaults filled in; raises Misfit, JailError."""
    parameters = function.signature.parameters
    needed = {p.name for p in parameters if p.default is REQUIRED}
    if not needed <= set(arguments) <= {p.name for p in parameters}:
        raise JailError(
            f"{function.name}({', '.join(arguments)})",
            f"{function.name!r} takes ({', '.join(p.name for p in parameters)})",
            "give exactly these arguments",
        )
    if isinstance(arguments, Told):
        return [arguments.texts[p.name] for p in parameters]
    try:
        given = {p.name: p.default for p in parameters} | dict(arguments)
        return [told(given[p.name], p.annotation) for p in parameters]
    except NoCodec as error:
        raise JailError(function.name, str(error), "use a closed type") from error


def judge(answer: Any, decode: Any) -> Returned | Raised:
    """Return the outcome that a worker's answer tells, the value rebuilt by type."""
    match answer:
        case Raised():
            return answer
        case ["returned", data]:
            try:
                return Returned(decode(data))
            except Misfit as misfit:
                return Raised("misfit", f"returned a wrong value: {misfit}")
        case ["misfit", str(what)]:
            return Raised("misfit", f"returned a wrong value: {what}")
        case ["argument" | "late" as fault, str(what)]:
            return Raised(fault, what)
        case ["raised", str(kind), str(what)]:
            return Raised(
                "raised", f"raised {kind}: {what}" if what else f"raised {kind}"
            )
    return Raised("hostile", "the worker sent an answer that is not one")


def _text(data: Any) -> str:
    if type(data) is not str:
        raise Misfit(data, "text")
    return data
