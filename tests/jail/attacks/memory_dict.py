# A dict with a new key for ever.
def attack(n):
    table = {}
    for step in range(10**9):
        table[step] = (step, str(step))
    return len(table)
