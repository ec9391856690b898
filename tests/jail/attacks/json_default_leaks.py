# JSON whose default tells the module it is in.
import json


def attack(n):
    return json.dumps(n, cls=json.JSONEncoder, default=lambda x: x) + str(json.__spec__.loader.get_data(__file__))
