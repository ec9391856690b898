"""Python names near the names that JSON gives."""

import keyword
import re
from collections.abc import Container


def python_name(wanted: str, taken: Container[str] = ()) -> str:
    """Return a name for a function, parameter or field: `start-date` -> `start_date`.

    Args:
        wanted: Any text.
        taken: Names that it must not be.
    """
    base = re.sub(r"[^0-9A-Za-z_]", "_", wanted).strip("_") or "value"
    base = f"n_{base}" if base[0].isdigit() else base
    base = f"{base}_" if keyword.iskeyword(base) else base
    return _fresh(base, taken)


def class_name(wanted: str, taken: Container[str] = ()) -> str:
    """Return a name for a record: `shipping address` -> `ShippingAddress`."""
    words = re.findall("[0-9A-Za-z]+", wanted)
    base = "".join(word[0].upper() + word[1:] for word in words) or "Value"
    base = f"N{base}" if base[0].isdigit() else base
    return _fresh(f"{base}_" if keyword.iskeyword(base) else base, taken)


def _fresh(base: str, taken: Container[str]) -> str:
    name, number = base, 2
    while name in taken:
        name, number = f"{base}{number}", number + 1
    return name
