# Groups by a key.
from collections import OrderedDict, defaultdict


def collections_defaultdict(text, xs):
    groups = defaultdict(list)
    for letter in text:
        groups[letter.isdigit()].append(letter)
    order = OrderedDict((x, str(x)) for x in xs)
    order.move_to_end(3)
    return [len(groups[True]), len(groups[False]), list(order)]
