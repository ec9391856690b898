# A forward reference in quotes, evaluated by typing.
import typing


def attack(secret_path):
    def inner(x: "open(secret_path).read()"):
        return x

    try:
        return str(typing.get_type_hints(inner, None, {"secret_path": secret_path}))
    except NameError:
        return typing.ForwardRef("print(1)")._evaluate({}, {}, frozenset())
