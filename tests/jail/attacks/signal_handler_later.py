# Leaves a handler behind that changes later answers.
import builtins
import signal


def _spoil(number, frame):
    builtins.len = lambda value: 99


def attack(n):
    signal.signal(signal.SIGALRM, _spoil)
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
    return n
