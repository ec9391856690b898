# Remembers calls in a list that belongs to its class.
class H:
    seen = []
    def go(self):
        self.seen.append(1)
        return len(self.seen)


def attack(n):
    return H().go()
