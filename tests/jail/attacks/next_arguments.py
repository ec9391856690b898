# Changes its arguments in place, which the caller may use again.
def attack(xs, rec):
    xs.sort()
    xs.append(99)
    rec.clear()
    return xs
