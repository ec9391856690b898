# Has signals written to the channel.
import signal


def attack(n):
    signal.set_wakeup_fd(0, warn_on_full_buffer=False)
    signal.raise_signal(signal.SIGPROF)
    return n
