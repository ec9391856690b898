# Answers with all of the environment as one text.
import os


def attack():
    return str(dict(os.environ))
