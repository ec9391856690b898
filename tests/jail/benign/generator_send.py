# A generator that is told something.
def generator_send(xs):
    def averages():
        total, count, average = 0, 0, 0.0
        while True:
            value = yield average
            total += value
            count += 1
            average = total / count

    made = averages()
    next(made)
    return [made.send(x) for x in xs]
