# Replaces and splits by patterns.
import re


def regex_sub(text: str) -> str:
    doubled = re.sub(r"[0-9]", lambda found: str(int(found.group()) * 2), text)
    return "-".join(re.split(r"\s+", doubled.strip()))
