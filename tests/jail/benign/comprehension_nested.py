# Comprehensions in comprehensions, with conditions.
def comprehension_nested(xs, n):
    table = {x: [y for y in range(n) if (x + y) % 2] for x in xs if x}
    flat = {y for row in table.values() for y in row}
    return [sorted(flat), sum(len(row) for row in table.values())]
