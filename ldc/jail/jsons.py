"""Writes JSON as it crosses: no spaces, ASCII, no NaN; with a writer made once.

`json.dumps` with these settings makes a new writer for each value, which takes longer
than a small value does.
"""

from collections.abc import Callable
from json import JSONEncoder, encoder
from typing import Any

_plain = JSONEncoder(separators=(",", ":"), allow_nan=False)


def _refuse(value: object) -> Any:
    raise TypeError(f"{type(value).__name__} does not cross")


def _writer() -> Callable[[Any], str]:
    make = getattr(encoder, "c_make_encoder", None)
    if make is None:  # another Python than CPython
        return _plain.encode
    # As `JSONEncoder.iterencode` makes it; without a memo, so no check for cycles.
    ascii_text = encoder.encode_basestring_ascii
    write = make(None, _refuse, ascii_text, None, ":", ",", False, False, False)
    return lambda value: "".join(write(value, 0))


told_json = _writer()
"""Value -> JSON text; raises ValueError, TypeError, RecursionError."""
