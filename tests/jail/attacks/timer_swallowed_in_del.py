# Swallows what the timer raises, in finalizers, where nobody hears it.
class Deaf:
    def __del__(self):
        try:
            while True:
                pass
        except BaseException:
            Deaf()


def attack(n):
    while True:
        Deaf()
