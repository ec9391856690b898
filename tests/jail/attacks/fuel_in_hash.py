# A tuple of tuples of tuples, whose hash goes through all of them.
def attack(n):
    one = (1,)
    for _ in range(60):
        one = (one, one)
    return hash(one)
