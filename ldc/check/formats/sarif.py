"""For code scanning: SARIF 2.1.0, one run, with the page of every rule."""

from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from ldc import __version__, store
from ldc.check.formats.tally import level
from ldc.check.rulebook import Entry, rulebook
from ldc.ir import Finding, Verdict, digest

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(verdicts: Sequence[Verdict]) -> str:
    """Return the findings as one SARIF log, on one line."""
    rules = [*rulebook().values()]
    index = {rule.code: place for place, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    results = [
        _result(finding, index, seen)
        for verdict in verdicts
        for finding in verdict.findings
    ]
    driver = {"name": "ldc", "version": __version__, "rules": [*map(_rule, rules)]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return store.canonical(log) + "\n"


def _rule(rule: Entry) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": f"{rule.summary}."},
        "help": {"text": rule.page},
        "properties": {"tags": [rule.gate]},
    }


def _result(
    finding: Finding, index: dict[str, int], seen: Counter[str]
) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(finding.path)},
        "region": {"startLine": finding.line, "startColumn": finding.column},
    }
    told: dict[str, Any] = {
        "ruleId": finding.code,
        "level": level(finding),
        "message": {"text": f"{finding.message}\nmend: {finding.mend}"},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"ldc/v1": _fingerprint(finding, seen)},
    }
    if finding.code in index:
        told["ruleIndex"] = index[finding.code]
    return told


def _fingerprint(finding: Finding, seen: Counter[str]) -> str:
    """Return what stays the same when lines above are edited, but differs in a run."""
    title = finding.message.partition("\n")[0]
    bare = digest(finding.code, finding.path, title)
    seen[bare] += 1
    return digest(bare, str(seen[bare]))
