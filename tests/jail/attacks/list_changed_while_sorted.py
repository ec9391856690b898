# A list that is emptied and filled while it is sorted.
def attack(xs):
    xs = list(range(1000))

    def key(x):
        xs.clear()
        xs.extend(range(10**4))
        return x

    for _ in range(10**6):
        try:
            xs.sort(key=key)
        except ValueError:
            continue
    return xs
