"""Checks again at every change of a file, and says only what changed."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ldc import store
from ldc.check.formats.tally import OUTCOMES
from ldc.check.formats.text import counts, listed, parts, text
from ldc.errors import LdcError
from ldc.ir import Verdict

STEP, DEBOUNCE, FIRST = 5, 100, 50
"""Milliseconds: a pause that ends a burst of changes, the longest burst, and how long
to listen before the first check, so that no change falls between the two."""


def watch(
    look: Callable[[], Sequence[Verdict]],
    functions: Path,
    trusted: Path,
    say: Callable[[str], None],
) -> None:
    """Check at once and at every change, until Ctrl-C.

    A change is told before its check reads the files, so what a check read is never
    older than the last change. Trusted code cannot be loaded twice in one process: when
    it changes, the command starts again in its place.

    Args:
        look: Checks, and returns all verdicts.
        functions: The folder of the function files.
        trusted: The package of the task.
        say: Told what to print.
    """
    told = _Told()
    try:
        for changed in _changes(functions, trusted):
            if any(path.is_relative_to(trusted) for path in changed):
                say(f"{store.shown(trusted)} changed, starting again")
                os.execv(sys.executable, sys.orig_argv)
            news = told.news(look)
            if news:
                say(news)
            _fetch()
    except KeyboardInterrupt:
        return


def _fetch() -> None:
    """Import what takes long while nobody waits; the first edit then finds it there."""
    import hypothesis  # noqa: F401
    from mypy import api  # noqa: F401

    from ldc.check import hearing, rules  # noqa: F401


def _changes(functions: Path, trusted: Path) -> Iterator[set[Path]]:
    """Yield an empty set once listening, then the files of each burst of changes."""
    from watchfiles import watch as listen

    first = True
    for burst in listen(
        functions,
        trusted,
        watch_filter=lambda _, path: "__pycache__" not in path,
        step=STEP,
        debounce=DEBOUNCE,
        rust_timeout=FIRST,
        yield_on_timeout=True,
    ):
        paths = {Path(path) for _, path in burst}
        if first or paths:
            yield paths
        first = False


@dataclass(slots=True)
class _Told:
    """What was said last."""

    verdicts: Mapping[str, Verdict] | None = None
    error: str = ""

    def news(self, look: Callable[[], Sequence[Verdict]]) -> str:
        """Check once, and return what is new since the last time; empty for nothing."""
        try:
            verdicts = look()
        except LdcError as error:  # perhaps half written: its next change comes too
            known, self.error = self.error, str(error)
            return "" if self.error == known else self.error
        before, mended = self.verdicts, bool(self.error)
        self.verdicts = {v.function.path: _bare(v) for v in verdicts}
        self.error = ""
        if before is None:
            return text(verdicts).rstrip()
        new = [v for path, v in self.verdicts.items() if before.get(path) != v]
        gone = [v for path, v in before.items() if path not in self.verdicts]
        if not new and not gone and not mended:
            return ""
        groups = {str(o): [v for v in new if v.outcome == o] for o in OUTCOMES}
        names = [
            f"{ended.replace('_', ' ')}: {listed([v.function.name for v in group])}"
            for ended, group in (groups | {"deleted": gone}).items()
            if group
        ]
        last = "\n".join([*names, f"all: {counts(verdicts)}"])
        return "\n\n".join([*(part for v in new for part in parts(v)), last])


def _bare(verdict: Verdict) -> Verdict:
    """Return a verdict without what differs between two runs on the same file."""
    return replace(verdict, seconds=0.0, microseconds=0.0, cached=False)
