"""The project that a teacher writes into, apart from what people wrote.

`taught/` is a project of its own: its functions, grammars and policies lie beside its
ledger, and every command works on it by `--project taught`. A file that a person wrote
or edited there is never touched; what a teacher wrote is made again by each run.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ldc import author, project, store
from ldc.author import ledger, provenance
from ldc.author.provenance import Origin
from ldc.check.regressions import FILE as COUNTEREXAMPLES
from ldc.check.regressions import keep_regressions, read_regressions
from ldc.errors import StoreError
from ldc.ir import Function, TaskSpec
from ldc.project import Project
from ldc.write.piece import Piece

FOLDER = "taught"
HAND = "hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """One task's folder in that project."""

    project: Project
    task: TaskSpec

    @property
    def folder(self) -> Path:
        """`function_base/<task>` of the project."""
        return self.project.own("function_base", self.task.name)

    @property
    def ledger(self) -> Path:
        """The recorded calls."""
        return self.folder / ledger.FOLDER

    def found(self, home: Project) -> None:
        """Make the project when it is not there; the user's own tasks come by a link.

        Raises:
            StoreError: It cannot be made.
        """
        root, own = self.project.root, home.own("tasks")
        if not (root / project.MARKER).is_file():
            store.write_text(root / project.MARKER, f"format = {project.FORMAT}\n")
        if own.is_dir() and not os.path.lexists(root / "tasks"):
            with store.blamed(root / "tasks"):
                target = os.path.relpath(own, root)
                (root / "tasks").symlink_to(target, target_is_directory=True)

    def record(self) -> dict[str, Any]:
        """Return what the last whole run left; nothing when there was none.

        Raises:
            StoreError: The file is damaged.
        """
        file = self.folder / ledger.RECORD
        told = store.read_json(file) if file.is_file() else {}
        if not isinstance(told, dict):
            raise StoreError(store.shown(file), f"holds {told!r}", "delete the file")
        return told

    def people(self) -> tuple[Function, ...]:
        """Return the functions that people wrote here, or edited.

        Raises:
            SourceError: A file that is not one function.
        """
        origins = provenance.read_provenance(self.folder)
        return tuple(f for f in self._there() if not _is_taught(f, origins))

    def keep(self, pieces: Iterable[Piece], scratch: Path) -> None:
        """Write the accepted functions, and delete what an earlier run wrote.

        Raises:
            StoreError: A file cannot be written.
        """
        accepted = [piece for piece in pieces if piece.accepted and piece.function]
        origins = provenance.read_provenance(self.folder)
        people = self.people()
        names = {piece.function.name for piece in accepted if piece.function}
        for old in self._there():
            if old not in people and old.name not in names:
                (self.project.root / old.path).unlink()
        told = {f.name: origins.get(f.name) or by_hand(f) for f in people}
        for piece in accepted:
            function = piece.function
            assert function is not None
            store.write_text(self.project.own(function.path), function.source)
            told[function.name] = Origin(by=_teacher(piece), digest=function.digest)
        self.folder.mkdir(parents=True, exist_ok=True)
        provenance.write_provenance(self.folder, told)
        kept = read_regressions(scratch)
        (self.folder / COUNTEREXAMPLES).unlink(missing_ok=True)
        keep_regressions(self.folder, {}, {n: kept[n] for n in kept if n in told})

    def set_aside(self, pieces: Iterable[Piece]) -> Path:
        """Write what was given up, each with the evidence, and return the folder.

        Raises:
            StoreError: A file cannot be written.
        """
        folder = self.project.workspace(self.task.name, "set_aside")
        with store.new_folder(folder) as part:
            for piece in pieces:
                name = f"{piece.ask.stage.name}-{piece.name or 'unnamed'}"
                source = piece.function.source if piece.function else piece.code
                (part / f"{name}.txt").write_text(source, "utf-8")
                told = json.dumps(_evidence(piece), indent=2, ensure_ascii=False)
                (part / f"{name}.json").write_text(f"{told}\n", "utf-8")
        return folder

    def _there(self) -> tuple[Function, ...]:
        return author.author(self.task, self.folder, self.project.root)


def taught_in(home: Project, into: Path | None, task: TaskSpec) -> Taught:
    """Return a task's folder in the project that a teacher writes into.

    Args:
        home: Where the user works.
        into: Another project; without it, `taught` in the user's.
        task: The task.
    """
    root = (into or home.own(FOLDER)).resolve()
    return Taught(project=Project(root=root, shipped=home.shipped), task=task)


def by_hand(function: Function) -> Origin:
    """Return the origin of a function that a person wrote."""
    return Origin(by=HAND, digest=function.digest)


def _is_taught(function: Function, origins: Any) -> bool:
    origin = origins.get(function.name)
    teacher = origin is not None and origin.by != HAND
    return teacher and origin.digest == function.digest


def _teacher(piece: Piece) -> str:
    last = piece.entries[-1]
    rounds = f"{piece.rounds} round{'s' if piece.rounds > 1 else ''}"
    return f"{last.request.model}, ledger {last.request.key}, {rounds}"


def _evidence(piece: Piece) -> dict[str, Any]:
    verdict = piece.verdict
    return {
        "asked": str(piece.ask),
        "rounds": piece.rounds,
        "wrong": list(piece.wrong),
        "changes": piece.changes,
        "findings": [str(seen) for seen in verdict.findings] if verdict else [],
        "counterexamples": [
            {"property": c.property, "arguments": c.arguments, "returned": c.returned}
            for c in (verdict.counterexamples if verdict else ())
        ],
        "ledger": [entry.request.key for entry in piece.entries],
    }
