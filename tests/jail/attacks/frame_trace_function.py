# Sets a trace function that is handed every frame to come.
import sys


def attack(n):
    def look(frame, event, argument):
        if frame.f_code.co_name == "_deep":
            raise ValueError("spoilt")
        return look

    sys.settrace(look)
    return n
