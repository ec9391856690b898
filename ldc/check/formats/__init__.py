"""What `ldc check` prints: one format a file, one line a format here."""

from collections.abc import Callable, Mapping, Sequence

from ldc.check.formats.github import github
from ldc.check.formats.json_object import json_object
from ldc.check.formats.junit import junit
from ldc.check.formats.sarif import sarif
from ldc.check.formats.text import text
from ldc.errors import LdcError, did_you_mean
from ldc.ir import Verdict

Format = Callable[[Sequence[Verdict]], str]

FORMATS: Mapping[str, Format] = {
    "text": text,
    "json": json_object,
    "github": github,
    "sarif": sarif,
    "junit": junit,
}


def known_format(name: str) -> Format:
    """Return the format of that name.

    Raises:
        LdcError: There is none.
    """
    if name not in FORMATS:
        raise LdcError(
            "--format", f"no format is named {name!r}", did_you_mean(name, [*FORMATS])
        )
    return FORMATS[name]
