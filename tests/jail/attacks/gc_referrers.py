# From its own function to whoever holds it.
import gc


def attack(n):
    for holder in gc.get_referrers(attack):
        if isinstance(holder, dict):
            for name in list(holder):
                if name not in ("__builtins__", "__name__"):
                    holder[name] = None
    return n
