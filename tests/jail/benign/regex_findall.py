# Finds numbers in a text.
import re


def regex_findall(text: str) -> list[int]:
    return [int(found) for found in re.findall(r"\d+", text)]
