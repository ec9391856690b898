# Combines, groups and accumulates.
from itertools import accumulate, chain, combinations, groupby, pairwise


def itertools_pieces(xs, text):
    runs = [(key, len(list(group))) for key, group in groupby(sorted(text))]
    pairs = [a - b for a, b in pairwise(xs)]
    return [
        list(accumulate(xs)),
        len(list(combinations(xs, 2))),
        pairs,
        runs[:2],
        list(chain(xs, pairs)),
    ]
