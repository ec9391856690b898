# Writes and reads JSON text.
import json


def json_round_trip(rec, xs):
    told = json.dumps({"rec": rec, "xs": xs}, sort_keys=True)
    return json.loads(told)["rec"]
