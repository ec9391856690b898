# Overwrites the user's file.
def attack(secret_path):
    with open(secret_path, "r+") as file:
        return file.write("spoilt")
