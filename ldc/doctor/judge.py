"""Runs one attack after another in a lane, and judges by what is seen from outside."""

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from ldc.doctor.files import File, read_file
from ldc.doctor.honest import __file__ as honest_file
from ldc.doctor.honest import honest
from ldc.doctor.lanes import Heavy, Lane, Silent
from ldc.doctor.processes import Seen
from ldc.doctor.traps import Traps
from ldc.doctor.wire import Spoilt

Effect = Literal[
    "token", "terminal", "file", "network", "process", "thread", "time", "memory",
    "host", "next call", "other call", "forged"
]  # fmt: skip
"""What an attack can come to: the token in the answer; anything on the terminal, or
control characters in what is said of a failure; a file at the path; the listener
reached; a process or a thread left; a call over its limit; memory over its limit; the
host ended, stopped, moved, or its file harmed; the next honest call changed; the
arguments of another call told; an answer taken that is not one."""

SECONDS = 0.5
"""Deadline of a call."""

GRACE = 2.0
"""How much later its end may be seen, on a busy machine."""

MEMORY = 256 << 20
"""What a worker may use, in bytes."""

ROOM = MEMORY + (96 << 20)
"""What may be seen of it: a fork shares pages, which are counted twice."""

LOADING = 10.0
"""Seconds in which files must be loaded, and a jail closed."""

SETTLED = 0.5
"""Seconds in which a killed worker must be gone."""

HONEST = read_file(Path(honest_file))
"""The function that is called before and after an attack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What one file came to."""

    name: str
    title: str
    """What it says that it tries."""
    refused: str = ""
    """Why the policy refused it; it was not run."""
    effects: tuple[Effect, ...] = ()
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
    """Return what one attack comes to.

    Args:
        path: The file.
        lane: Hosts the jail; it is closed when anything was seen, or it is spoilt.
        refuse: Says why a file may not be loaded; "" for a file that may.
    """
    start = time.monotonic()
    try:
        file = read_file(path)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return Judged(name=path.stem, title="", outcome=f"not read: {error}")
    if reason := refuse(file):
        return Judged(name=path.stem, title=file.title, refused=reason)
    with Traps() as traps:
        effects, outcome = _tried(file, lane, traps)
    return Judged(
        name=path.stem,
        title=file.title,
        effects=effects,
        outcome=outcome,
        seconds=time.monotonic() - start,
    )


def _tried(file: File, lane: Lane, traps: Traps) -> tuple[tuple[Effect, ...], str]:
    """Load and call the attack between two honest calls; return what was seen."""
    trial = _Trial(file, lane, traps)
    try:
        trial.run()
    except Silent:
        stopped = any(seen.state == "T" for seen in lane.running())
        trial.see("host" if stopped else "time")
    except Heavy:
        trial.see("memory")
    except Spoilt as spoilt:
        trial.see("host" if "gone" in str(spoilt) else "forged")
    trial.look()
    if trial.effects:
        lane.stop()
    return tuple(sorted(trial.effects)), trial.outcome


class _Trial:
    """One attack on its way."""

    def __init__(self, file: File, lane: Lane, traps: Traps) -> None:
        self.effects: set[Effect] = set()
        self.outcome = ""
        self._file = file
        self._lane = lane
        self._traps = traps
        self._tokens = {traps.token}

    def see(self, effect: Effect) -> None:
        """Note an effect."""
        self.effects.add(effect)

    def run(self) -> None:
        """Go through the calls; raises Silent, Spoilt."""
        if not self._lane.started:
            self._lane.start(self._traps.environment)
            self._load(HONEST)
            self._honest()
            self._lane.ask({"do": "close"}, LOADING)
            self._lane.settle()
        self._tokens = {self._traps.token, *self._lane.tokens}
        self._lane.forget()
        if fault := self._load(self._file, HONEST):
            self.outcome = f"not loaded: {fault}"
        elif self._honest():
            self._attack()
            if not self._honest():
                self.see("next call")
        elif not self.outcome:
            self.see("next call")
        self._lane.ask({"do": "close"}, LOADING)
        end = time.monotonic() + SETTLED
        while len(self._lane.running()) > self._lane.idle:
            if time.monotonic() > end:
                self.see("process")
                return
            time.sleep(0.005)

    def _load(self, *files: File) -> str:
        """Make a jail with these files; return what went wrong."""
        answer = self._lane.ask(
            {
                "do": "load",
                "files": [asdict(file) for file in files],
                "environment": dict(self._traps.environment),
                "seconds": SECONDS,
                "memory": MEMORY,
            },
            LOADING,
        )
        return str(answer["fault"])

    def _attack(self) -> None:
        before = self._lane.running()
        offered = self._file.arguments(self._traps.offered)
        answer = self._lane.ask(
            {"do": "call", "name": self._file.name, "arguments": offered},
            SECONDS + GRACE,
        )
        self.outcome = f"{answer['kind']}: {answer['shown']}"
        if self._traps.private in answer["shown"]:
            self.see("other call")
        if not answer["fits"]:
            self.see("forged")
        if answer["kind"] != "returned" and not answer["shown"].isprintable():
            self.see("terminal")
        self._compare(before)

    def _compare(self, before: tuple[Seen, ...]) -> None:
        """See which processes and threads there are more than before."""
        after = self._lane.running()
        threads = {seen.pid: seen.threads for seen in before}
        if any(seen.threads > threads.get(seen.pid, 1) for seen in after):
            self.see("thread")
        if len(after) > len(before):
            self.see("process")

    def _honest(self) -> bool:
        """Call the honest function; say whether it answers as it should."""
        arguments = {"private": self._traps.private, "n": 3}
        message = {"do": "call", "name": HONEST.name, "arguments": arguments}
        answer = self._lane.ask(message, SECONDS + GRACE)
        if answer["kind"] == "late":  # a busy machine
            answer = self._lane.ask(message, SECONDS + GRACE)
        if answer["kind"] == "not loaded":
            self.outcome = f"not loaded: {answer['shown']}"
            return False
        wanted = repr(honest(self._traps.private, 3))
        return (answer["kind"], answer["shown"]) == ("returned", wanted)

    def look(self) -> None:
        """See what there is when all is over."""
        text = self._lane.terminal.decode("latin-1") + self.outcome
        if any(token in text for token in self._tokens):
            self.see("token")
        if self._lane.terminal:
            self.see("terminal")
        if self._traps.appeared():
            self.see("file")
        if self._traps.was_reached():
            self.see("network")
        if self._traps.was_harmed():
            self.see("host")
