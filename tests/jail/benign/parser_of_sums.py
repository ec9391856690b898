# A small parser of sums and products, by recursion.
import re


def attack(text: str) -> int:
    tokens = re.findall(r"\d+|[-+*()]", "2*(3+4)-5*(1-3)")
    place = 0

    def take() -> str:
        nonlocal place
        place += 1
        return tokens[place - 1]

    def atom() -> int:
        if tokens[place] == "(":
            take()
            value = total()
            take()
            return value
        return int(take())

    def product() -> int:
        value = atom()
        while place < len(tokens) and tokens[place] == "*":
            take()
            value *= atom()
        return value

    def total() -> int:
        value = product()
        while place < len(tokens) and tokens[place] in "+-":
            value += product() if take() == "+" else -product()
        return value

    return total()
