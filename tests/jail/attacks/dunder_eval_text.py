# Evaluates a text that it puts together.
def attack(secret_path):
    return eval("op" + "en" + "(p)" + ".read()", {"p": secret_path})
