# An exception whose class is named like an answer.
def attack(n):
    kind = type('"],["returned",1]\n', (Exception,), {})
    raise kind("\x00\ud800[[[")
