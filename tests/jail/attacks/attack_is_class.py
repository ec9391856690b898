# A class in the place of the function: it runs when it is called.
class attack:
    def __init__(self, secret_path):
        self.found = open(secret_path).read()

    def __repr__(self):
        return self.found

    __str__ = __repr__
