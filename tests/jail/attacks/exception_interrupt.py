# Raises what Ctrl-C raises, which no `except Exception` stops.
def attack(n):
    raise KeyboardInterrupt
