# Loops when it is shown, after the call.
class Answer:
    def __repr__(self):
        while True:
            pass

    __str__ = __repr__


def attack(n):
    return Answer()
