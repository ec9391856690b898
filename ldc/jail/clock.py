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
        self.turn = 0
        """Counts calls."""
        self._limit = 0
        self._seen = self._ticks = 0
        signal.signal(signal.SIGPROF, self._tick)
        signal.setitimer(signal.ITIMER_PROF, TICK, TICK)

    def allow(self, seconds: float) -> None:
        """Let each call from now on take so long; 0 stands for as long as it takes."""
        self.turn += 1
        self._limit = int(seconds / TICK)

    def _tick(self, *_: object) -> None:
        if self.turn != self._seen:
            self._seen, self._ticks = self.turn, 0
        self._ticks += 1
        if self._limit and self._ticks > self._limit:
            self._ticks = 0
            raise Late
