# A function as an answer, to be called by somebody else.
def attack(n):
    return lambda: open("/dev/null")
