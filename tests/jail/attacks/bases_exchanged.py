# The bases of a class are exchanged until the order of looking breaks.
def attack(n):
    class A:
        pass

    class B(A):
        pass

    class C(B):
        def __del__(self):
            B.__bases__ = (A,)

    for _ in range(1000):
        B.__bases__ = (A,)
        C().__class__ = B
    return n
