# A dict that answers something else each time it is read.
class Table(dict):
    def items(self):
        while True:
            yield "key", "value"

    __iter__ = keys = values = items

    def __len__(self):
        return 1


def attack(rec) -> dict:
    return Table(rec)
