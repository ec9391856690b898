# The distance of two texts, row by row.
def edit_distance(text: str) -> int:
    other = "b 7 a"
    row = list(range(len(other) + 1))
    for i, letter in enumerate(text, 1):
        before, row[0] = row[0], i
        for j, wanted in enumerate(other, 1):
            cost = min(row[j] + 1, row[j - 1] + 1, before + (letter != wanted))
            before, row[j] = row[j], cost
    return row[-1]
