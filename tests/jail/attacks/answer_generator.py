# A generator as an answer: it runs in whoever walks it.
def attack(n):
    while True:
        yield n
