"""Ends a call that takes too long, from inside: a timer of processor time.

It ticks only while the worker computes, and what it raises comes from Python's loop:
code that runs in C for long is left to the host's own deadline.
"""

import signal

TICK = 0.01
"""Seconds of processor time."""


class Late(BaseException):
    """A call has used up its time."""


class Clock:
    """The timer of one worker; set before the walls stand, so nothing can stop it."""

    def __init__(self) -> None:
        self.limit = 0
        """Ticks that the call may take; 0 while there is none, or no end to it."""
        self.ticks = 0
        """Of the call so far."""
        self.late = False
        """Whether a call was."""
        signal.signal(signal.SIGPROF, self._tick)
        signal.setitimer(signal.ITIMER_PROF, TICK, TICK)

    def allow(self, seconds: float) -> None:
        """Let what comes now take so long; 0 stands for as long as it takes."""
        self.ticks, self.limit = 0, int(seconds / TICK)

    def _tick(self, *_: object) -> None:
        self.ticks += 1
        if self.limit and self.ticks > self.limit:
            self.ticks = 0
            raise Late
