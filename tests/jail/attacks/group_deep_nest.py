# Exception groups nested a hundred thousand deep, told as one.
def attack(n):
    error = ValueError(n)
    for _ in range(200000):
        error = ExceptionGroup("g", [error])
    raise error
