# Raises signals in its own process.
import signal


def attack(n):
    signal.raise_signal(signal.SIGTERM)
    return n
