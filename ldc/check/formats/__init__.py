"""What `ldc check` prints: one format a file, one line a format here."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from ldc.errors import LdcError, did_you_mean
from ldc.ir import Verdict

Format = Callable[[Sequence[Verdict]], str]

FORMATS: Mapping[str, str] = {
    "text": "text",
    "json": "json_object",
    "github": "github",
    "sarif": "sarif",
    "junit": "junit",
}
"""Name -> its file here, and the function in it."""


def known_format(name: str) -> Format:
    """Return the format of that name; no other is imported.

    Raises:
        LdcError: There is none.
    """
    if name not in FORMATS:
        raise LdcError(
            "--format", f"no format is named {name!r}", did_you_mean(name, [*FORMATS])
        )
    file = FORMATS[name]
    form: Format = getattr(import_module(f"{__name__}.{file}"), file)
    return form
