# A member descriptor of one class is used on another.
def attack(n):
    class A:
        __slots__ = ("x",)

    class B:
        __slots__ = ()

    try:
        A.x.__set__(B(), 1)
    except TypeError:
        pass
    A.__dict__["x"].__set__.__self__.__objclass__.__bases__ = (B,)
    return n
