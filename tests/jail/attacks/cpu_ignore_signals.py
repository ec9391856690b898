# Ignores every signal that can be ignored, then loops.
import signal


def attack(n):
    for number in range(1, 65):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    while True:
        n += 1
