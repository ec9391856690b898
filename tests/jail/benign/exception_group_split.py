# Several errors at once, told apart.
def attack(xs: list[int]) -> list[int]:
    found = [0, 0]
    try:
        for x in xs:
            if x > 2:
                raise ValueError(x)
            if x < 0:
                raise KeyError(x)
    except ValueError:
        found[0] += 1
    except KeyError:
        found[1] += 1
    else:
        found[0] = -1
    return found
