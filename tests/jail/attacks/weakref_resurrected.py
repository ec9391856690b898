# An object that comes back from the dead, and acts each time.
KEPT = []


class Thing:
    def __init__(self, path):
        self.path = path

    def __del__(self):
        KEPT.append(self)
        open(self.path, "w").close()


def attack(out_path):
    Thing(out_path)
    return len(KEPT)
