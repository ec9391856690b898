"""The inside of the jail: a fork that loads functions and answers calls."""

import os
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from ldc.jail import channel, layers
from ldc.jail.clock import Clock, Late
from ldc.jail.load import Loaded, load, said
from ldc.jail.meter import Meter, OutOfFuel
from ldc.jail.modules import Fault, facades, import_all, imported
from ldc.jail.values import Misfit
from ldc.jail.variants import variants
from ldc.jail.walls import LAYERS, missing


def serve(
    socket: int, words: Mapping[str, Any], own: int, faults: Mapping[str, str]
) -> None:
    """Become a worker, and serve until the host closes the channel.

    Args:
        socket: Descriptor of the channel.
        words: What the state module offers.
        own: Address space taken already, in bytes.
        faults: Layer -> why the zygote knows already that it does not stand.
    """
    os.dup2(socket, channel.FD)
    os.closerange(channel.FD + 1, 1 << 20)
    setup = channel.receive()
    clock = Clock()
    if not setup["namespace"]:
        import_all(imported(setup["sources"]))
    stands = dict.fromkeys(LAYERS, "left out")
    if setup["kernel"]:
        limits = own + setup["memory"], setup["cpu"]
        stands = layers.close_off(*limits, faults, frozenset(setup["without"]))
    meter = Meter(setup["fuel"]) if setup["fuel"] else None
    try:
        gone = missing(stands) if setup["kernel"] and not setup["weak"] else ""
        if gone:  # before a line of a function is executed
            raise Fault("walls", "jail", gone)
        modules = None
        if setup["namespace"]:
            for name in [n for n in sys.modules if "ctypes" in n]:
                del sys.modules[name]
            wanted = imported(setup["sources"])
            modules = facades(setup["state_module"], words, wanted)
        clock.allow(setup["seconds"])
        loaded, ways = load(setup["sources"], modules, meter)
        clock.allow(0)
    except (Fault, Late) as fault:
        channel.send(iter([["fault", *(fault.args or _slow(setup))]]), False)
        return
    channel.send(iter([["ready", ways, stands]]), False)
    while True:
        message = channel.receive()
        more = message.get("more", False)
        answers = _answers(message, loaded, meter)
        channel.send(_timed(answers, clock, message), "versions" in message, more)
        if more and clock.late:
            return  # the rest is asked elsewhere


def _slow(setup: dict[str, Any]) -> tuple[str, str, str]:
    path = setup["sources"][0]["path"]
    return "function", path, f"not done within {setup['seconds']:g} seconds"


def _timed(
    answers: Iterator[list[Any]], clock: Clock, message: dict[str, Any]
) -> Iterator[list[Any]]:
    """Yield the answers up to the first that is late, and that it is."""
    # No `next` here: whether CPython counts a builtin as a level of recursion changes
    # as its code warms up, and a function can see how deep it may go.
    seconds = message["seconds"]
    clock.allow(seconds)
    limit = clock.limit
    try:
        for answer in answers:
            clock.limit = 0
            yield answer
            clock.ticks, clock.limit = 0, limit
    except Late:
        clock.late = True
        yield ["overdue", f"no answer within {seconds:g} seconds"]
    clock.limit = 0


def _answers(
    message: dict[str, Any], loaded: Mapping[str, Loaded], meter: Meter | None
) -> Iterator[list[Any]]:
    """Yield the answers to one message, one by one."""
    if "show" in message:
        for expression in message["calls"]:
            yield _show(loaded[message["name"]].namespace, expression, meter)
    elif "versions" in message and meter:
        yield from variants(loaded, meter, message)
    elif "measure" in message and meter:
        yield ["returned", meter.told()]
    else:
        called = loaded[message["name"]]
        for arguments in message["calls"]:
            yield _call(called, arguments, meter)


def _call(loaded: Loaded, arguments: Any, meter: Meter | None) -> list[Any]:
    try:
        values = loaded.known(arguments) if meter else loaded.values(arguments)
    except Misfit as misfit:
        return ["argument", str(misfit)]
    try:
        if meter:
            returned = meter.call(loaded.namespace, loaded.function, values)
        else:
            returned = loaded.function(**values)
    except Late:
        raise
    except OutOfFuel as error:
        return ["late", str(error)]
    except BaseException as error:  # the function may raise anything
        return ["raised", type(error).__name__, said(error)]
    try:
        return ["returned", loaded.returns.encode(returned)]
    except Misfit as misfit:
        return ["misfit", str(misfit)]
    except Late:
        raise
    except BaseException as error:  # a value may be too deep or too big
        return ["misfit", f"it cannot be told: {type(error).__name__}"]


def _show(namespace: dict[str, Any], expression: str, meter: Meter | None) -> list[Any]:
    """Return what a REPL would print for an expression."""
    try:
        code = compile(expression, "<example>", "eval")
        if meter:
            value = meter.call(namespace, lambda: eval(code, namespace), {})
        else:
            value = eval(code, namespace)
        return ["returned", "" if value is None else repr(value)]
    except Late:
        raise
    except OutOfFuel as error:
        return ["late", str(error)]
    except BaseException as error:
        return ["raised", type(error).__name__, said(error)]
