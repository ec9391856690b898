# Binds a builtin as a method by the protocol of descriptors.
def attack(secret_path):
    class Holder(str):
        read = property(lambda self: open(str(self)).read())

    return Holder(secret_path).read
