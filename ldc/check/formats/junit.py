"""For test reports: JUnit XML, a suite a task and a case a function."""

import re
from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree as Xml

from ldc.check.formats.tally import level, tally
from ldc.check.formats.text import text
from ldc.ir import Verdict

ELEMENT = {"rejected": "failure", "not_shown": "error"}
"""A test that could not decide is an error; neither counts as passed."""

FOREIGN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped; and CR, which readers turn into LF."""


def junit(verdicts: Sequence[Verdict]) -> str:
    """Return the verdicts as one XML document."""
    root = Xml.Element("testsuites", _totals("ldc check", verdicts))
    for task, told in groupby(verdicts, lambda verdict: verdict.function.task):
        suite = tuple(told)
        parent = Xml.SubElement(root, "testsuite", _totals(task, suite))
        for verdict in suite:
            _case(parent, verdict)
    Xml.indent(root)
    document = Xml.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{document}\n'


def escaped(said: str) -> str:
    r"""Replace what XML cannot hold by its Python escape.

    Example:
        >>> escaped("a\x1b[31mred")
        'a\\x1b[31mred'
    """
    return FOREIGN.sub(lambda found: ascii(found[0])[1:-1], said)


def _totals(name: str, verdicts: Sequence[Verdict]) -> dict[str, str]:
    counted = tally(verdicts)
    return {
        "name": name,
        "tests": str(len(verdicts)),
        "failures": str(counted["rejected"]),
        "errors": str(counted["not_shown"]),
        "time": f"{sum(verdict.seconds for verdict in verdicts):.3f}",
    }


def _case(suite: Xml.Element, verdict: Verdict) -> None:
    function = verdict.function
    place = {
        "classname": f"{function.task}.{function.stage}",
        "name": function.name,
        "time": f"{verdict.seconds:.3f}",
    }
    case = Xml.SubElement(suite, "testcase", place)
    if verdict.outcome == "accepted":
        if verdict.findings:
            Xml.SubElement(case, "system-out").text = escaped(text((verdict,)))
        return
    first = next(seen for seen in verdict.findings if level(seen) == "error")
    cause = {"type": first.code, "message": escaped(f"{first.code} {first.message}")}
    told = Xml.SubElement(case, ELEMENT[verdict.outcome], cause)
    told.text = escaped(text((verdict,)))
