# Writes a file.
def attack(out_path):
    with open(out_path, "w") as file:
        return file.write("here")
