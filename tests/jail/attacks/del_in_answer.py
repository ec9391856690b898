# An answer whose parts run code as they are freed.
class Bomb:
    def __del__(self):
        while True:
            pass


def attack(n):
    return [str(Bomb()), n]
