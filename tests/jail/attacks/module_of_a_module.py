# Reaches sys through what an allowed module holds by another name.
import collections.abc
import json
import re
import statistics


def attack(n):
    return [json.codecs.sys.modules, re.enum.sys, statistics.sys, collections.abc.sys]
