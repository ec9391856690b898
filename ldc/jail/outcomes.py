"""What a call comes to, and the two borders it crosses: arguments in, an answer out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ldc.errors import JailError
from ldc.ir import REQUIRED, Function
from ldc.jail.jsons import told_json
from ldc.jail.process import Fault
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
            self._senders = {p.name: sent(p.annotation) for p in parameters}
            self.decode = codec(function.signature.returns).decode
        except NoCodec as error:
            raise JailError(function.name, str(error), "use a closed type") from error
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
        filled = self._filled(arguments)
        return [send(filled[name]) for name, send in self._senders.items()]

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


def is_answer(data: Any) -> bool:
    """Say whether data has the form of an answer: a kind, then one thing or two."""
    return type(data) is list and 2 <= len(data) <= 3 and type(data[0]) is str


def is_overdue(answer: list[Any]) -> bool:
    """Say whether the worker has stopped at this answer, since its time was up."""
    return bool(answer[0] == "overdue")


def judge(answer: Any, decode: Any) -> Returned | Raised:
    """Return the outcome that a worker's answer tells, the value rebuilt by type."""
    if type(answer) is Raised:
        return answer
    if type(answer) is list and len(answer) == 2 and answer[0] == "returned":
        try:
            return Returned(decode(answer[1]))
        except Misfit as misfit:
            return Raised("misfit", f"returned a wrong value: {misfit}")
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
    return Raised("hostile", "the worker sent an answer that is not one")


def text(data: Any) -> str:
    """Return what is text; raises Misfit."""
    if type(data) is not str:
        raise Misfit(data, "text")
    return data
