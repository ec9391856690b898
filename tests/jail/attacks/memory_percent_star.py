# A width that stands in the arguments.
def attack(n):
    return len("%*d" % (2**31 - 2, n)) + len("%0*d" % (10**10, n))
