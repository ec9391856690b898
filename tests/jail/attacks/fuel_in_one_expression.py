# All the work in one expression, which takes no steps.
def attack(n):
    return sum(map(sum, map(range, range(10**9))))
