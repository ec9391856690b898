"""Finds the project: where functions, grammars, templates and policies are kept."""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from ldc import store
from ldc.errors import StoreError

MARKER = "ldc.toml"
FORMAT = 1
"""The only layout so far; a marker file that names another is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A folder of the user's, laid over the one that ldc ships.

    What is read is looked for in `root` first; what is written goes there always.
    """

    root: Path
    """Holds `ldc.toml`; outside any project, a folder in the user's cache."""
    shipped: Path
    """The repository, or its data inside the installed wheel; never written to
    unless it is the root itself."""

    def base_folder(self, task: str) -> Path:
        """Return the folder of a task's function files, one folder a stage."""
        return self._read("function_base", task)

    def grammar_file(self, task: str) -> Path:
        """Return the task's committed grammar, in Lark's notation."""
        return self._read("grammars", f"{task}.lark")

    def policy_folder(self, task: str) -> Path:
        """Return the folder of the task's adapter, scores and model card."""
        return self._read("policies", task)

    @property
    def templates(self) -> tuple[Path, ...]:
        """Folders to look for templates in, the user's first."""
        return tuple(dict.fromkeys((self.root / "templates", self._ship("templates"))))

    def own(self, *parts: str) -> Path:
        """Return a path to write to: `own("policies", task)`."""
        return self.root.joinpath(*parts)

    def workspace(self, task: str, *parts: str) -> Path:
        """Return a path for what can be made again: datasets, checkpoints, episodes."""
        return store.workspace(self.root, task, *parts)

    def _read(self, *parts: str) -> Path:
        own, shipped = self.own(*parts), self._ship(*parts)
        return shipped if shipped.exists() and not own.exists() else own

    def _ship(self, *parts: str) -> Path:
        return self.shipped.joinpath(*parts)


def find(given: Path | None = None) -> Project:
    """Return the project to work in.

    Args:
        given: What the user said with --project; without it, the nearest folder with
            an `ldc.toml`, from the working directory upwards, else none: then work
            goes to `$XDG_CACHE_HOME/ldc` (`~/.cache/ldc`).

    Raises:
        StoreError: The given folder is no project, or the marker cannot be read.
    """
    if given is not None:
        root = given.resolve()
        if not (root / MARKER).is_file():
            raise StoreError(
                str(given),
                f"no {MARKER} in this folder, so it is no project",
                f"give the folder that holds {MARKER}, or make one: "
                f"echo 'format = {FORMAT}' > {given / MARKER}",
            )
        return _opened(root)
    around = _around()
    if around is not None:
        return _opened(around)
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Project(root=cache / "ldc", shipped=_shipped())


def inside() -> bool:
    """Return whether the working directory is in a project."""
    return _around() is not None


def _around() -> Path | None:
    here = Path.cwd()
    folders = (here, *here.parents)
    return next((f for f in folders if (f / MARKER).is_file()), None)


def _opened(root: Path) -> Project:
    marker = root / MARKER
    try:
        settings = tomllib.loads(store.read_text(marker))
    except tomllib.TOMLDecodeError as error:
        raise StoreError(
            store.shown(marker), f"not TOML: {error}", "mend the file"
        ) from error
    if settings != {"format": FORMAT}:
        raise StoreError(
            store.shown(marker),
            f"says {settings!r}",
            f"this version of ldc knows one line only: format = {FORMAT}",
        )
    return Project(root=root, shipped=_shipped())


def _shipped() -> Path:
    package = Path(__file__).resolve().parent
    data = package / "_project"
    return data if data.is_dir() else package.parent
