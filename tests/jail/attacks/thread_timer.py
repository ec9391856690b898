# Acts later, when the call is over.
import threading


def attack(n, out_path):
    threading.Timer(0.05, lambda: open(out_path, "w").close()).start()
    return n
