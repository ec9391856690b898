"""What a call comes to, and the two borders it crosses: arguments in, an answer out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ldc.errors import JailError
from ldc.ir import REQUIRED, Function
from ldc.jail.jsons import told_json
from ldc.jail.process import Fault, WorkerLost
from ldc.jail.records import maker
from ldc.jail.told import Told
from ldc.jail.values import Misfit, NoCodec, codec, sent


@dataclass(frozen=True, slots=True)
class Returned:
    """A call's result, rebuilt and checked by the declared type."""

    value: Any


@dataclass(frozen=True, slots=True)
class Raised:
    """A call without a result."""

    fault: Fault
    what: str
    """In words, with the value or the exception that shows it; fit for a terminal."""

    def __post_init__(self) -> None:
        # The words may be the function's own, and could command the terminal.
        if not self.what.isprintable():
            safe = (c if c.isprintable() else ascii(c)[1:-1] for c in self.what)
            object.__setattr__(self, "what", "".join(safe))


Outcome = Returned | Raised


class WeakJail(JailError):
    """The kernel's wall does not stand, and nobody has allowed to go on without it."""


class CallFailed(JailError):
    """One call that has no result."""

    def __init__(self, call: str, raised: Raised) -> None:
        super().__init__(
            call,
            raised.what,
            "correct the function; `ldc check` shows the smallest case",
        )
        self.raised = raised


class Crossing:
    """How the calls of one function cross the border, there and back.

    Args:
        function: Its declared types say how.

    Raises:
        JailError: One of the types cannot cross.
    """

    def __init__(self, function: Function) -> None:
        self._function = function
        parameters = function.signature.parameters
        try:
            self._coders = {p.name: codec(p.annotation).encode for p in parameters}
            self.decode = codec(function.signature.returns).decode
        except NoCodec as error:
            raise JailError(function.name, str(error), "use a closed type") from error
        sends = [f"send{i}(given[{p.name!r}])" for i, p in enumerate(parameters)]
        space = {f"send{i}": sent(p.annotation) for i, p in enumerate(parameters)}
        self._row = eval(f"lambda given: [{', '.join(sends)}]", space)
        self._defaults = {
            p.name: p.default for p in parameters if p.default is not REQUIRED
        }

    def texts(self, arguments: Mapping[str, Any]) -> list[str]:
        """Return a JSON text for each parameter, defaults filled in.

        Raises:
            Misfit: A value is not of its type.
            JailError: An argument is missing, or is none.
        """
        if isinstance(arguments, Told) and arguments.keys() == self._coders.keys():
            return [arguments.texts[name] for name in self._coders]
        filled = self._filled(arguments)
        return [told_json(encode(filled[n])) for n, encode in self._coders.items()]

    def data(self, arguments: Mapping[str, Any]) -> list[Any]:
        """Return what crosses for each parameter; raises as `texts`."""
        row: list[Any] = self._row(self._filled(arguments))
        return row

    def _filled(self, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        if arguments.keys() == self._coders.keys():
            return arguments
        full = self._defaults | dict(arguments)
        if full.keys() != self._coders.keys():
            name = self._function.name
            raise JailError(
                f"{name}({', '.join(arguments)})",
                f"{name!r} takes ({', '.join(self._coders)})",
                "give exactly these arguments",
            )
        return full


_returned = maker(Returned)


def is_overdue(answers: list[Any]) -> bool:
    """Say whether the worker has stopped at the last answer, since its time was up."""
    return bool(answers) and bool(answers[-1][0] == "overdue")


def judged(answers: list[Any], decode: Callable[[Any], Any]) -> list[Outcome]:
    """Return the outcomes that a worker's answers tell, the values rebuilt by type.

    Raises:
        WorkerLost: One of them is no answer.
    """
    outcomes: list[Outcome] = []
    for answer in answers:
        if type(answer) is list and len(answer) == 2 and answer[0] == "returned":
            try:
                outcomes.append(_returned(decode(answer[1])))
            except Exception as error:  # a record's own checks may raise anything
                what = (
                    error
                    if type(error) is Misfit
                    else f"{type(error).__name__}: {error}"
                )
                outcomes.append(Raised("misfit", f"returned a wrong value: {what}"))
        else:
            outcomes.append(_failed(answer))
    return outcomes


def _failed(answer: Any) -> Raised:
    match answer:
        case ["misfit", str(what)]:
            return Raised("misfit", f"returned a wrong value: {what}")
        case ["argument", str(what)]:
            return Raised("argument", what)
        case ["late" | "overdue", str(what)]:
            return Raised("late", what)
        case ["raised", str(kind), str(what)]:
            return Raised(
                "raised", f"raised {kind}: {what}" if what else f"raised {kind}"
            )
    raise WorkerLost("hostile", "the worker sent what is no answer")


def text(data: Any) -> str:
    """Return what is text; raises Misfit."""
    if type(data) is not str:
        raise Misfit(data, "text")
    return data
