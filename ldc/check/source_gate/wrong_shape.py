"""LDC007 wrong-shape: not exactly one public function, of the file's name.

What it does: refuses a file with none or several, a function of another name than the
file, a name that no call could spell or that two stages use, parameters that a call
cannot name (`*args`), and files that lie in no stage. `author` sees it when it reads
the file; then no other gate is asked.

Why: a call names one function, and the function is found by its name.

Not good: `stroll.py` with

    def walk(state: State, pick: Pick) -> Path: ...

    def run(state: State, pick: Pick) -> Path: ...

Good: `stroll.py` with

    def _near(state: State) -> bool: ...

    def stroll(state: State, pick: Pick) -> Path: ...
"""
