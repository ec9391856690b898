# A list that holds itself.
def attack(xs):
    xs.append(xs)
    return xs
