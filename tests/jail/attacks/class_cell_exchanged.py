# The cell of super is given another class.
def attack(n):
    class A:
        def f(self):
            return __class__

    A.f.__closure__[0].cell_contents = object
    return A().f().__subclasses__()
