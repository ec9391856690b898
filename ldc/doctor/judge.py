"""What one file of a corpus came to."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ldc.doctor.files import File, read_file
from ldc.doctor.lanes import Lane
from ldc.doctor.traps import Traps
from ldc.doctor.trial import Effect, Trial


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What one file came to."""

    name: str
    title: str
    """What its first line says that it tries."""
    refused: str = ""
    """Why it is not loaded: the policy's reason, or the parser's."""
    effects: tuple[Effect, ...] = ()
    """What was seen from outside; in order of their names."""
    outcome: str = ""
    """What the host was told of the call."""
    seconds: float = 0.0

    @property
    def answered(self) -> bool:
        """Whether it returned a value, and nothing else was seen."""
        return self.outcome.startswith("returned: ") and not self.effects

    @property
    def escaped(self) -> bool:
        """Whether anything was seen."""
        return bool(self.effects)


def judge(path: Path, lane: Lane, refuse: Callable[[File], str]) -> Judged:
    """Return what one file comes to.

    Args:
        path: The file.
        lane: Hosts the jail.
        refuse: Says why a file may not be loaded; "" for a file that may.

    Raises:
        JailError: As `Trial.run`.
        OSError: The file cannot be read.
    """
    start = time.monotonic()
    try:
        file = read_file(path)
        title, reason = file.title, refuse(file)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        title, reason = "", f"it cannot be parsed: {error}"
    if reason:
        return Judged(name=path.stem, title=title, refused=reason)
    with Traps() as traps:
        trial = Trial(file, lane, traps)
        trial.run()
    return Judged(
        name=path.stem,
        title=title,
        effects=tuple(sorted(trial.effects)),
        outcome=trial.outcome,
        seconds=time.monotonic() - start,
    )
