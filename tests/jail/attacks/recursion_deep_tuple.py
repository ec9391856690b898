# Compares two towers of tuples.
def attack(xs: list[int]) -> bool:
    one, other = (), ()
    for _ in range(200_000):
        one, other = (one,), (other,)
    return one == other
