# Leaves names in the file of whoever is called next, by the frames.
def attack(n):
    try:
        raise ValueError
    except ValueError as error:
        frame = error.__traceback__.tb_frame.f_back
        while frame:
            for name, value in list(frame.f_locals.items()):
                if isinstance(value, dict) and "honest_witness" in value:
                    value["honest_witness"] = None
            frame = frame.f_back
    return n
