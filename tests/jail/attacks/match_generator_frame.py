# A class pattern reads the frame of a generator.
def attack(secret_path):
    made = (value for value in (1,))
    match made:
        case object(gi_frame=object(f_builtins={"open": read})):
            return read(secret_path).read()
    raise ValueError("not found")
