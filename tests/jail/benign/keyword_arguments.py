# Defaults, keywords, stars.
def _join(*parts, sep="-", **more):
    return sep.join([str(part) for part in parts] + sorted(more))


def keyword_arguments(xs, rec, n=7):
    first, *middle, last = xs
    return [_join(first, last, sep="+", **rec), len(middle), n]
