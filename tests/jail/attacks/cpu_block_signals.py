# Blocks every signal for its thread, then loops in C.
import signal


def attack(n):
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    return sum(iter(int, 1))
