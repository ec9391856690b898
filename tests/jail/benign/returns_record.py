# Answers with a dict of lists.
def returns_record(rec: dict[str, int], xs: list[int], text: str) -> dict[str, object]:
    return {**rec, "xs": xs, "text": text, "pair": (1, 2.5), "none": None, "true": True}
