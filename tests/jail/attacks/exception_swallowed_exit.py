# A generator that will not be closed.
def attack(n):
    def stay():
        while True:
            try:
                yield n
            except GeneratorExit:
                pass

    made = stay()
    next(made)
    made.close()
    return n
