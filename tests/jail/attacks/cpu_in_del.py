# Loops in a destructor, where exceptions are swallowed.
class Last:
    def __del__(self):
        while True:
            pass


def attack(n):
    last = Last()
    del last
    return n
