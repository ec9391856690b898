# An answer that runs code when it is shown.
class Answer:
    def __repr__(self):
        import os

        open(os.environ["LDC_OUT"], "w").close()
        return "plain"


def attack(n):
    return Answer()
