# Back references, which no engine can do soon.
import re


def attack(text):
    return bool(re.search(r"(a*)(a*)(a*)(a*)(a*)(a*)\1\2\3\4\5\6b", "a" * 300))
