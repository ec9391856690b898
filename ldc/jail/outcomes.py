"""What a call comes to, and the two borders it crosses: arguments in, an answer out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ldc.errors import JailError
from ldc.ir import REQUIRED, Function
from ldc.jail.process import Fault
from ldc.jail.told import Told, told
from ldc.jail.values import Misfit, NoCodec


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
