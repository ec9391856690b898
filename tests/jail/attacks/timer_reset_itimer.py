# Sets the timer anew from within, and takes its handler away.
import signal


def attack(n):
    signal.signal(signal.SIGPROF, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_PROF, 0)
    while True:
        pass
