# Asks the process that called it to end, in every way there is.
import os
import signal


def attack(n):
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT):
        os.kill(os.getppid(), number)
    return n
