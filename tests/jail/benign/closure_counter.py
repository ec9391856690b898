# A function that makes functions.
def closure_counter(xs, n):
    def adder(by):
        return lambda value: value + by

    steps = [adder(x) for x in xs]
    for step in steps:
        n = step(n)
    return n
