# A list that has no end when it is walked.
class Rows(list):
    def __iter__(self):
        while True:
            yield 1

    def __len__(self):
        return 3


def attack(xs) -> list[int]:
    return Rows(xs)
