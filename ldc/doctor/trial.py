"""One attack on its way: loaded, called between two honest calls, looked at."""

import time
from dataclasses import asdict
from pathlib import Path
from typing import Literal

from ldc.doctor.files import File, read_file
from ldc.doctor.honest import __file__ as honest_file
from ldc.doctor.honest import honest_witness
from ldc.doctor.lanes import Heavy, Lane, Silent
from ldc.doctor.processes import Seen
from ldc.doctor.traps import Traps
from ldc.doctor.wire import Spoilt
from ldc.errors import JailError

Effect = Literal[
    "token",
    "terminal",
    "file",
    "network",
    "process",
    "thread",
    "time",
    "memory",
    "host",
    "next call",
    "other call",
    "forged",
]
"""What an attack can come to: the token in the answer; anything on the terminal, or
control characters in what is said of a failure; something at the path; the listener
reached; a process or a thread left; a call over its limit; memory over its limit; the
host ended or stopped, or its file harmed; the next honest call changed; the arguments
of another call told; an answer taken that is none."""

SECONDS = 0.5
"""Deadline of a call."""

GRACE = 2.0
"""How much later its end may be seen, on a busy machine."""

MEMORY = 256 << 20
"""What a worker may use, in bytes."""

ROOM = MEMORY + (96 << 20)
"""What may be seen of it: a fork shares pages, which are counted twice."""

STARTING = 30.0
"""Seconds in which a host must have started a jail."""

LOADING = 10.0
"""Seconds in which files must be loaded, and a jail closed."""

SETTLED = 0.5
"""Seconds in which a killed worker must be gone."""

HONEST = read_file(Path(honest_file))
"""The function that is called before and after an attack."""


class Trial:
    """What one attack does in one host.

    Args:
        file: The attack.
        lane: The host; it is ended when it may have been touched.
        traps: What the attack is offered.
    """

    def __init__(self, file: File, lane: Lane, traps: Traps) -> None:
        self.effects: set[Effect] = set()
        self.outcome = ""
        """What the host was told of the call."""
        self._file = file
        self._lane = lane
        self._traps = traps

    def run(self) -> None:
        """Try the attack, and note what is seen.

        Raises:
            JailError: The host does not start, or an honest function does not answer.
        """
        if not self._lane.started:
            self._begin()
        self._lane.forget()
        try:
            self._calls()
        except Silent:
            stopped = any(seen.state == "T" for seen in self._lane.running())
            self.effects.add("host" if stopped else "time")
        except Heavy:
            self.effects.add("memory")
        except Spoilt as spoilt:
            self.effects.add("forged" if spoilt.speaks else "host")
        self._look()
        if self.effects - {"next call"}:  # what was only in the worker is gone with it
            self._lane.stop()

    def _begin(self) -> None:
        """Start the host, and see that an honest function answers in it."""
        self._lane.start(self._traps.environment)
        try:
            fault = self._load(STARTING, HONEST)
            answers = not fault and self._honest()
            self._lane.ask({"do": "close"}, LOADING)
        except (Silent, Heavy, Spoilt) as error:
            answers, fault = False, f"the host is silent: {error}"
        if not answers:
            self._lane.stop()
            what = f"an honest function did not answer: {fault or self.outcome}"
            raise JailError("ldc doctor", what, "see which wall `ldc doctor` misses")
        self._lane.settle()

    def _calls(self) -> None:
        """Go through the calls; raises Silent, Heavy, Spoilt."""
        if fault := self._load(LOADING, self._file, HONEST):
            self.outcome = f"not loaded: {fault}"
        elif self._honest():
            self._attack()
            if not self._honest():
                self.effects.add("next call")
        elif not self.outcome:
            self.effects.add("next call")
        self._lane.ask({"do": "close"}, LOADING)
        end = time.monotonic() + SETTLED
        while len(self._lane.running()) > self._lane.idle:
            if time.monotonic() > end:
                self.effects.add("process")
                return
            time.sleep(0.005)

    def _load(self, seconds: float, *files: File) -> str:
        """Make a jail with these files; return what went wrong."""
        answer = self._lane.ask(
            {
                "do": "load",
                "files": [asdict(file) for file in files],
                "environment": dict(self._traps.environment),
                "seconds": SECONDS,
                "memory": MEMORY,
            },
            seconds,
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
            self.effects.add("other call")
        if not answer["fits"]:
            self.effects.add("forged")
        self._compare(before)

    def _compare(self, before: tuple[Seen, ...]) -> None:
        """See which processes and threads there are more than before."""
        after = self._lane.running()
        threads = {seen.pid: seen.threads for seen in before}
        if any(seen.threads > threads.get(seen.pid, 1) for seen in after):
            self.effects.add("thread")
        if len(after) > len(before):
            self.effects.add("process")

    def _honest(self) -> bool:
        """Call the honest function; say whether it answers as it should."""
        arguments = {"private": self._traps.private, "n": 3}
        message = {"do": "call", "name": HONEST.name, "arguments": arguments}
        answer = self._lane.ask(message, SECONDS + GRACE)
        if answer["kind"] == "late":  # a busy machine
            answer = self._lane.ask(message, SECONDS + GRACE)
        if answer["kind"] == "not loaded":
            self.outcome = f"not loaded: {answer['shown']}"
        wanted = repr(honest_witness(self._traps.private, 3))
        return (answer["kind"], answer["shown"]) == ("returned", wanted)

    def _look(self) -> None:
        """See what there is when all is over."""
        text = self._lane.terminal.decode("latin-1") + self.outcome
        fault = "" if self.outcome.startswith("returned") else self.outcome
        seen: dict[Effect, bool] = {
            "token": any(t in text for t in {self._traps.token, self._lane.token}),
            "terminal": bool(self._lane.terminal) or not fault.isprintable(),
            "file": self._traps.appeared(),
            "network": self._traps.was_reached(),
            "host": self._traps.was_harmed(),
        }
        self.effects.update(effect for effect, is_so in seen.items() if is_so)
