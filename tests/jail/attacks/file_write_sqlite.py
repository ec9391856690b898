# Makes a database.
import sqlite3


def attack(out_path):
    base = sqlite3.connect(out_path)
    base.execute("create table t (x)")
    base.commit()
    return 1
