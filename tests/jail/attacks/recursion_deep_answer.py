# Answers with lists in lists, a hundred thousand deep.
def attack(xs):
    deep = []
    for _ in range(100_000):
        deep = [deep]
    return deep
