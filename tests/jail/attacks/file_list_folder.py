# Lists the folder of the secret, then reads what is there.
import glob
import os


def attack(secret_path):
    folder = os.path.dirname(secret_path)
    return [open(name).read() for name in glob.glob(folder + "/*")]
