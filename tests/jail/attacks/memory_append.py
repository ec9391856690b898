# Grows a list until nothing is left.
def attack(n):
    rows = []
    while True:
        rows.append("x" * 1_000_000 + str(len(rows)))
