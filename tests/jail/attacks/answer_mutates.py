# Answers with a list, and goes on changing it.
import threading


def attack(xs):
    def change():
        while True:
            xs.append("late")

    threading.Thread(target=change, daemon=True).start()
    return xs
