# A frame is forged by a function that is made of code.
import types


def attack(n):
    code = attack.__code__.replace(co_names=("open",), co_consts=(None, "/etc/passwd"))
    return types.FunctionType(code, {"__builtins__": __builtins__})(n)
