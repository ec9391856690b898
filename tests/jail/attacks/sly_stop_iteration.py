# Ends the worker's own loop by an error that loops take for an end.
def attack(n: int) -> int:
    raise StopIteration(["returned", 7])
