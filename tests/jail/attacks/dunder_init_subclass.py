# Code that runs when a class is derived.
class Base:
    def __init_subclass__(cls):
        cls.found = open(PATHS[0]).read()


PATHS = []


def attack(secret_path):
    PATHS.append(secret_path)

    class Derived(Base):
        pass

    return Derived.found
