# A text that says it is short and ASCII.
class Odd(str):
    def __len__(self):
        return 1

    def isascii(self):
        return True


def attack(text) -> str:
    return Odd("\ud800" * 300_000)
