# Changes the names of whoever called.
def attack(n):
    try:
        raise ValueError
    except ValueError as error:
        frame = error.__traceback__.tb_frame.f_back
        while frame:
            for name in list(frame.f_globals):
                if callable(frame.f_globals[name]) and not name.startswith("__"):
                    frame.f_globals[name] = None
            frame = frame.f_back
    return n
