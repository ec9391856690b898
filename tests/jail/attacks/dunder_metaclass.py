# A metaclass that runs while the class is made.
class Meta(type):
    def __prepare__(name, bases):
        import os

        return {"found": os.environ.get("LDC_CANARY")}


class Made(metaclass=Meta):
    pass


def attack(n):
    return Made.found
