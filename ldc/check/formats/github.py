"""For GitHub Actions: workflow commands, shown as notes beside the lines of a diff."""

from collections.abc import Sequence

from ldc.check.formats.tally import level
from ldc.check.formats.text import counts
from ldc.ir import Verdict


def github(verdicts: Sequence[Verdict]) -> str:
    """Return one workflow command a finding, then a line of counts for the log."""
    lines = []
    for finding in (finding for verdict in verdicts for finding in verdict.findings):
        place = {
            "file": finding.path,
            "line": str(finding.line),
            "col": str(finding.column),
            "title": finding.code,
        }
        spelled = ",".join(f"{key}={in_property(text)}" for key, text in place.items())
        message = in_data(f"{finding.message}\nmend: {finding.mend}")
        lines.append(f"::{level(finding)} {spelled}::{message}")
    return "\n".join([*lines, counts(verdicts)]) + "\n"


def in_data(text: str) -> str:
    r"""Escape a text that stands behind the second `::`.

    Example:
        >>> in_data("100%\nof it")
        '100%25%0Aof it'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def in_property(text: str) -> str:
    """Escape a text that stands between commas, before the second `::`."""
    return in_data(text).replace(":", "%3A").replace(",", "%2C")
