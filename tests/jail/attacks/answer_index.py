# A number that runs code when it is used as one.
class Answer(int):
    def __index__(self):
        import os

        open(os.environ["LDC_OUT"], "w").close()
        return 3

    __int__ = __index__


def attack(n) -> int:
    return Answer(n)
