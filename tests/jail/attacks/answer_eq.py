# An answer whose `==` runs code.
class Answer(int):
    def __eq__(self, other):
        import os

        open(os.environ["LDC_OUT"], "w").close()
        return True

    __hash__ = int.__hash__


def attack(n):
    return Answer(n)
