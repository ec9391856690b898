# A pattern as long as a book, compiled anew each time.
import re


def attack(n: int) -> int:
    return sum(len(re.compile("(?:a|b)" * 20_000 + str(k)).pattern) for k in range(99))
