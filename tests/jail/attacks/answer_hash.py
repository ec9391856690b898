# An answer whose hash runs code.
class Answer(str):
    def __hash__(self):
        import os

        open(os.environ["LDC_OUT"], "w").close()
        return 1


def attack(text):
    return {Answer(text): 1}
