# A million tuples within each other.
def attack(n):
    one = ()
    for _ in range(1_000_000):
        one = (one,)
    return one
