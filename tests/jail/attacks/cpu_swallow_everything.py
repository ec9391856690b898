# Catches whatever the deadline raises, and goes on.
def attack(n):
    while True:
        try:
            while True:
                n += 1
        except BaseException:
            pass
