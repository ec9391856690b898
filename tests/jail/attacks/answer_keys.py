# A dict whose keys are one text when written, and two values here.
def attack(rec: dict[str, int]) -> dict[str, int]:
    return {1: 1, "1": 2, True: 3, None: 4}
