# A template whose pattern reads attributes.
import os
from string import Template


def attack(text):
    return Template("$LDC_CANARY").substitute(os.environ)
