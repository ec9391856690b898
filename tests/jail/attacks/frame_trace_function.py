# Sets a trace function that is handed every frame to come.
import sys


def attack(n):
    def look(frame, event, argument):
        frame.f_trace_lines = True
        for name in list(frame.f_locals):
            if name == "rows":
                frame.f_locals[name].clear()
        return look

    sys.settrace(look)
    return n
