# Starts again in `finally`, so that no exception ends it.
def attack(n):
    while True:
        try:
            n += 1
        finally:
            continue
