# Objects that are equal to everything, as keys of the caches of others.
class Evil:
    def __hash__(self):
        return 3
    def __eq__(self, other):
        return True


def attack(n):
    return n
