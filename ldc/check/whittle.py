"""Makes failing arguments smaller, value by value; Hypothesis stops at couplings.

It works on the encoded form, where a value of any type is built of few kinds: what no
longer decodes is not of the type, and is passed over.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ldc.jail.values import Misfit, codec

ROUNDS = 20
"""Passes over all values; each goes on from the smallest arguments so far."""

MOST = 300
"""Tries in all: each is a call in the jail."""


def whittle(
    arguments: Mapping[str, Any],
    types: Mapping[str, Any],
    fails: Callable[[Mapping[str, Any]], bool],
) -> Mapping[str, Any]:
    """Return the smallest arguments found that still fail.

    Args:
        arguments: Fail.
        types: Parameter -> type, of all of them.
        fails: Says whether arguments may stand together, and fail.
    """
    codecs = {name: codec(types[name]) for name in arguments}
    best = {name: codecs[name].encode(value) for name, value in arguments.items()}
    decoded = dict(arguments)
    tries = 0
    for _ in range(ROUNDS):
        before = best
        for name in arguments:
            for smaller in _smaller(best[name]):
                try:
                    value = codecs[name].decode(smaller)
                except Misfit:
                    continue
                tries += 1
                if tries > MOST:
                    return decoded
                if fails({**decoded, name: value}):
                    best = {**best, name: smaller}
                    decoded[name] = value
                    break
        if best == before:
            break
    return decoded


def _smaller(data: Any) -> Iterator[Any]:
    """Yield simpler forms of an encoded value, the simplest first."""
    match data:
        case bool():
            if data:
                yield False
        case int() if data:
            # 0, then half the way, then ever smaller steps down.
            steps = (abs(data) >> n for n in range(abs(data).bit_length()))
            yield from (data - step if data > 0 else data + step for step in steps)
        case float() if data:
            yield from (0.0, 1.0, float(round(data)))
        case str() if data:
            yield from ("", data[: len(data) // 2], data[1:])
        case list():
            for place in range(len(data)):
                yield data[:place] + data[place + 1 :]
            for place, part in enumerate(data):
                for smaller in _smaller(part):
                    yield [*data[:place], smaller, *data[place + 1 :]]
