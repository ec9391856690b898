"""The command doctor: tries the walls of the jail, and attacks them."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from ldc.cli.options import DONE, REJECTED, AllowWeakJail, Json, app, print_json
from ldc.errors import LdcError

WIDE = 29
"""Columns of the names on the left."""

ALL = "policy,namespace,kernel"


@app.command()
def doctor(
    attacks: Annotated[
        Path | None,
        typer.Option("--attacks", help="Run each *.py of a folder as an attack."),
    ] = None,
    benign: Annotated[
        Path | None,
        typer.Option("--benign", help="Run each *.py of a folder; each must answer."),
    ] = None,
    walls: Annotated[
        str,
        typer.Option("--walls", help="Which walls stand meanwhile; may be empty."),
    ] = ALL,
    allow_weak_jail: AllowWeakJail = False,
    json: Json = False,
) -> None:
    """Try each wall of the jail, or attack them.

    A file of a corpus holds a function `attack`, whose parameters are filled by name:
    `secret_path`, `out_path`, `port`, `xs`, `text`, `n`, `rec`. What it comes to is
    judged from outside: the token told, the terminal, the file, the listener, what is
    left running, time, memory, and the honest calls before and after.

    Example: `ldc doctor`, `ldc doctor --attacks tests/jail/attacks`
    """
    from ldc.doctor import chosen

    if attacks and benign:
        mend = "ask for one, then for the other"
        raise LdcError("ldc doctor", "--attacks and --benign at once", mend)
    stand = chosen(walls)
    if attacks:
        _attack(attacks, stand, json)
    elif benign:
        _greet(benign, stand, json)
    else:
        _examine(json)


def _examine(json: bool) -> None:
    from ldc.doctor.walls import examine

    rows: list[dict[str, Any]] = []
    for wall in examine():
        word = "stands" if wall.stands else "missing"
        mend = f"\n{'':{WIDE}} mend: {wall.mend}" if wall.mend else ""
        needed = "" if wall.stands or wall.needed else " (the others do without it)"
        _say(wall.name, f"{word:8}{wall.what}{needed}{mend}", json)
        rows.append(
            {
                "wall": wall.name,
                "stands": wall.stands,
                "needed": wall.needed,
                "what": wall.what,
                "mend": wall.mend,
            }
        )
    stands = all(row["stands"] for row in rows if row["needed"])
    if json:
        print_json({"stands": stands, "walls": rows})
    raise typer.Exit(DONE if stands else REJECTED)


def _attack(folder: Path, walls: frozenset[str], json: bool) -> None:
    from ldc.doctor import attacked, corpus

    escaped, refused, total = [], 0, 0
    for judged in attacked(corpus(folder), walls):
        total += 1
        refused += bool(judged.refused) and "policy" in walls  # else: no Python
        word = "refused" if judged.refused else "contained"
        if judged.escaped:
            escaped.append(judged.name)
            word = f"ESCAPED ({', '.join(judged.effects)})"
        _say(judged.name, f"{word:11}{_line(judged.refused or judged.outcome)}", json)
    if "kernel" not in walls:
        _say("", "without the kernel's wall nothing is promised", json)
    contained = total - len(escaped)
    _finish(
        {
            "total": total,
            "contained": contained,
            "escaped": escaped,
            "refused_by_policy": refused,
        },
        f"{contained} of {total} contained, {refused} of them refused by the policy",
        json,
    )
    raise typer.Exit(REJECTED if escaped else DONE)


def _greet(folder: Path, walls: frozenset[str], json: bool) -> None:
    from ldc.doctor import attacked, corpus

    broken, total = [], 0
    for judged in attacked(corpus(folder), walls):
        total += 1
        told = _line(judged.refused or judged.outcome)
        if not judged.answered:
            broken.append(judged.name)
        _say(judged.name, f"{'ran' if judged.answered else 'BROKEN':11}{told}", json)
    ran = total - len(broken)
    found = {"total": total, "ran": ran, "broken": broken}
    _finish(found, f"{ran} of {total} ran", json)
    raise typer.Exit(REJECTED if broken else DONE)


def _line(text: str) -> str:
    """Return a text as one short line that a terminal can take."""
    shown = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text[:200])
    return shown if len(shown) <= 120 else shown[:117] + "..."


def _say(name: str, told: str, json: bool) -> None:
    print(f"{name:{WIDE}} {told}", file=sys.stderr if json else sys.stdout, flush=True)


def _finish(told: dict[str, Any], line: str, json: bool) -> None:
    if json:
        print_json(told)
    else:
        print(line)
