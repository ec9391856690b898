# Raises a group of groups.
def attack(n):
    group = ExceptionGroup("deep", [ValueError(n)])
    for _ in range(200):
        group = ExceptionGroup("deep", [group])
    raise group
