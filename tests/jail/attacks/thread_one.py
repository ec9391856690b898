# Leaves a thread behind that runs on.
import threading
import time


def attack(n):
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    return n
