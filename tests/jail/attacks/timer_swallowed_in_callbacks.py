# Swallows what the timer raises in a sort that ignores errors of comparison.
def attack(n):
    class Deaf:
        def __eq__(self, other):
            try:
                while True:
                    pass
            except BaseException:
                return False

        def __hash__(self):
            return 1

    return len({Deaf() for _ in range(9)})
