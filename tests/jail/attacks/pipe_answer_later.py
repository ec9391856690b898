# Leaves a thread behind that answers the next message.
import os
import threading


def attack(n):
    def answer():
        while True:
            for number in range(32):
                try:
                    os.write(number, b'\x00\x00\x00\x03"x"')
                except OSError:
                    pass

    threading.Thread(target=answer, daemon=True).start()
    return n
