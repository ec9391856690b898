# A template whose pattern is exchanged.
import string


class Odd(string.Template):
    pattern = "(?P<named>.)(?P<escaped>x)?(?P<braced>y)?(?P<invalid>z)?"


def attack(n):
    return Odd("abc").substitute(__builtins__)
