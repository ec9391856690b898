# An object that comes back each time it is freed, and frees another.
class Again:
    def __del__(self):
        Again()


def attack(n):
    Again()
    return n
