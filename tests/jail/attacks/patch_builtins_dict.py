# Replaces builtins in the table that its file was given.
def attack(n):
    found = __builtins__
    found = found if isinstance(found, dict) else vars(found)
    found["len"] = lambda value: 7
    found["sum"] = lambda rows, *_: 42
    return n
