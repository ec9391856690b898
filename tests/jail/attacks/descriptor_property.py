# Takes the function out of a property.
def attack(secret_path):
    class Holder:
        @property
        def inside(self):
            return open

    return Holder.inside.fget(None)(secret_path).read()
