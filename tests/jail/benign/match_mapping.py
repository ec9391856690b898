# Patterns over dicts, with a rest.
def match_mapping(rec):
    match rec:
        case {"a": int(a), "b": int(b), **rest}:
            return a + b + len(rest)
        case {"a": a}:
            return a
        case _:
            return 0
