# A text that is another text for those who look twice.
class Text(str):
    def __len__(self):
        return 0

    def encode(self, *_):
        return b'["forged"]'

    def __str__(self):
        return "forged"


def attack(text) -> str:
    return Text(text)
