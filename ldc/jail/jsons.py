"""JSON as it crosses: no spaces, ASCII, no NaN; with a writer and a reader made once.

`json.dumps` with these settings makes a new writer for each value, which takes longer
than a small value does.
"""

from collections.abc import Callable
from json import JSONDecoder, JSONEncoder, encoder, scanner
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

_scan = scanner.make_scanner(JSONDecoder())  # type: ignore[arg-type]


def read_json(text: str) -> Any:
    """Return the value of a JSON text without space around it.

    Raises:
        ValueError: It is none.
        RecursionError: It is too deep.
    """
    try:
        value, end = _scan(text, 0)
    except StopIteration as error:
        raise ValueError("no JSON") from error
    if end != len(text):
        raise ValueError("more than JSON")
    return value
