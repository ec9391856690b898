# Rows that share one another: few in memory, endless when told.
def attack(n):
    row = [0] * 90_000
    return [row] * 90_000
