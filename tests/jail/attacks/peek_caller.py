# Looks for the arguments of other calls in the frames above.
def attack(n):
    found = []
    try:
        raise ValueError
    except ValueError as error:
        frame = error.__traceback__.tb_frame
        while frame:
            found += [str(value) for value in list(frame.f_locals.values())]
            frame = frame.f_back
    return [text for text in found if "private-" in text]
