"""What `ldc check` prints: the same verdicts for people, programs, and CI services."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from ldc.check.findings import WARNINGS
from ldc.check.formats import FORMATS, known_format
from ldc.check.formats.github import github
from ldc.check.formats.json_object import json_object
from ldc.check.formats.junit import junit
from ldc.check.formats.sarif import sarif
from ldc.check.formats.text import text
from ldc.check.rulebook import ORDER, rulebook
from ldc.errors import LdcError
from ldc.ir import Finding, Verdict
from tests.check.toys import BRACE, ROOT, changed, verdict_on, with_body

HAZARDS = "100%, or so: 1\r\n\x1b[31m]]><x>"


@pytest.fixture(scope="module")
def verdicts(project: Path) -> tuple[Verdict, ...]:
    """Return one of each outcome, and one accepted with a warning."""
    foreign = changed(("when the wind is strong", "when it blows"))
    idle = with_body("if steps > 9:\n    return ()\nreturn (pick,) * steps")
    wrong = with_body("return (pick,) * (steps + 1)")
    return tuple(verdict_on(f, project) for f in (BRACE, foreign, idle, wrong))


def findings(verdicts: Sequence[Verdict]) -> list[Finding]:
    """Return all findings, in order."""
    return [seen for verdict in verdicts for seen in verdict.findings]


def hazardous(verdict: Verdict) -> Verdict:
    """Return the verdict with characters that a format must escape."""
    told = tuple(
        replace(seen, message=HAZARDS, path="a,b:c%/é.py") for seen in verdict.findings
    )
    return replace(verdict, findings=told)


def test_the_verdicts_are_of_all_kinds(verdicts: tuple[Verdict, ...]) -> None:
    outcomes = [verdict.outcome for verdict in verdicts]
    assert outcomes == ["accepted", "accepted", "not_shown", "rejected"]
    assert [seen.code for seen in verdicts[1].findings] == ["LDC305"]


def test_json_has_the_promised_keys(verdicts: tuple[Verdict, ...]) -> None:
    said = json.loads(json_object(verdicts))
    assert said.keys() == {"functions", "accepted", "rejected", "not_shown"}
    assert (said["accepted"], said["rejected"], said["not_shown"]) == (2, 1, 1)
    for told in said["functions"]:
        assert told.keys() >= {
            *("name", "stage", "outcome", "findings", "counterexamples", "cached"),
            *("mutants_killed", "mutants_total", "examples", "seconds"),
        }
        for seen in told["findings"]:
            assert seen.keys() >= {"code", "path", "line", "message", "mend"}
    assert json.loads(json_object(()))["rejected"] == 0


def test_github_reads_back_what_was_found(verdicts: tuple[Verdict, ...]) -> None:
    told = (*verdicts, hazardous(verdicts[-1]))
    *lines, last = github(told).splitlines()
    assert last.startswith("2 accepted; 2 rejected: brace, brace")
    for line, seen in zip(lines, findings(told), strict=True):
        command = re.fullmatch(
            r"::(error|warning) file=([^,:]+),line=(\d+),col=(\d+),title=(\w+)::(.*)",
            line,
        )
        assert command, line
        level, path, number, column, title, message = command.groups()
        assert level == ("warning" if seen.code in WARNINGS else "error")
        assert (int(number), int(column)) == (seen.line, seen.column)
        assert (unescaped(path), title) == (seen.path, seen.code)
        assert unescaped(message) == f"{seen.message}\nmend: {seen.mend}"


def unescaped(said: str) -> str:
    """Read as the runner does: every escape once, the percent sign last."""
    pairs = {"%3A": ":", "%2C": ",", "%0D": "\r", "%0A": "\n", "%25": "%"}
    for spelled, meant in pairs.items():
        said = said.replace(spelled, meant)
    return said


def test_sarif_is_one_run_with_rules_and_places(verdicts: tuple[Verdict, ...]) -> None:
    told = (*verdicts, hazardous(verdicts[-1]))
    log = json.loads(sarif(told))
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "ldc"
    assert [rule["id"] for rule in rules] == [*rulebook()]
    for rule in rules:
        assert rule["shortDescription"]["text"] and rule["help"]["text"]
    for result, seen in zip(run["results"], findings(told), strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == seen.code
        (place,) = result["locations"]
        region = place["physicalLocation"]["region"]
        assert region == {"startLine": seen.line, "startColumn": seen.column}
        assert seen.message in result["message"]["text"]
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[\w./-]+|a%2Cb%3Ac%25/%C3%A9\.py", uri)


def test_a_fingerprint_stays_when_lines_move(verdicts: tuple[Verdict, ...]) -> None:
    rejected = verdicts[-1]
    lower = replace(
        rejected,
        findings=tuple(replace(f, line=f.line + 7) for f in rejected.findings),
    )
    assert prints((rejected,)) == prints((lower,))
    twice = prints((rejected, rejected))
    assert len(set(twice)) == len(twice)


def prints(verdicts: Sequence[Verdict]) -> list[str]:
    """Return the fingerprints of a log."""
    results = json.loads(sarif(verdicts))["runs"][0]["results"]
    return [result["partialFingerprints"]["ldc/v1"] for result in results]


def test_junit_counts_and_names_what_failed(verdicts: tuple[Verdict, ...]) -> None:
    root = Xml.fromstring(junit(verdicts))
    (suite,) = root
    for totals in (root, suite):
        assert (totals.get("tests"), totals.get("failures")) == ("4", "1")
        assert totals.get("errors") == "1"
    assert [[child.tag for child in case] for case in suite] == [
        [],
        ["system-out"],
        ["error"],
        ["failure"],
    ]
    failure = suite[3][0]
    assert failure.get("type") == findings(verdicts[3:])[0].code
    assert "mend: " in (failure.text or "")
    seconds = [float(case.get("time", "")) for case in suite]
    assert float(suite.get("time", "")) == pytest.approx(sum(seconds), abs=0.01)


def test_junit_escapes_what_xml_cannot_hold(verdicts: tuple[Verdict, ...]) -> None:
    rejected = hazardous(verdicts[-1])
    surrogate = replace(rejected.findings[0], message=f"{HAZARDS}\0\ud800\uffff")
    document = junit((replace(rejected, findings=(surrogate,)),))
    told = Xml.fromstring(document.encode())[0][0][0].get("message", "")
    code = surrogate.code
    want = f"{code} 100%, or so: 1\\r\n\\x1b[31m]]><x>\\x00\\ud800\\uffff"
    assert told == want


def test_text_is_one_short_line_when_nothing_is_wrong(
    verdicts: tuple[Verdict, ...],
) -> None:
    assert text(verdicts[:1]) == "1 accepted\n"


def test_text_tells_findings_then_counts(verdicts: tuple[Verdict, ...]) -> None:
    *told, last = text(verdicts).rstrip("\n").split("\n\n")
    assert told == [str(seen) for seen in findings(verdicts)]
    assert last == "2 accepted; 1 rejected: brace; 1 not shown: brace"
    assert "and 92 more" in text(verdicts[-1:] * 100)


def test_a_gate_alone_does_not_accept(verdicts: tuple[Verdict, ...]) -> None:
    asked = replace(verdicts[0], gates=(("types", "pass"), ("mutants", "skipped")))
    assert text((asked,)) == "1 accepted by types alone\n"


def test_an_unknown_format_is_one_error_that_lists_them() -> None:
    with pytest.raises(LdcError) as caught:
        known_format("jnit")
    assert "did you mean 'junit'" in caught.value.mend
    assert all(name in caught.value.mend for name in FORMATS)


def test_every_code_that_a_finding_can_have_has_a_page() -> None:
    stages = [*(ROOT / "ldc/author").rglob("*.py"), *(ROOT / "ldc/check").rglob("*.py")]
    sources = [file.read_text("utf-8") for file in stages]
    said = {code for source in sources for code in re.findall(r"LDC\d{3}", source)}
    assert said <= {*rulebook()}
    for code, entry in rulebook().items():
        assert entry.page.startswith(f"{code} {entry.name}: {entry.summary}")
        assert entry.gate in ORDER
        assert all(part in entry.page for part in ("What it does:", "Why:"))
