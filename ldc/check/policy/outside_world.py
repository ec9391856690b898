"""LDC033 outside-world: files, processes, the network, the terminal.

What it does: refuses `open`, `print`, `input` and their like, and modules that reach
out, as `os`, `sys`, `pathlib`, `socket`.

Why: a function answers from its arguments, and does nothing but answer.

Not good:

    print(state.balls)

Good: what must be known comes in as an argument, what is found goes out as the result.

    return state.balls
"""

import ast
from collections.abc import Iterator

from ldc.check.policy.language import listed
from ldc.check.policy.text import Seen, Text

NAMES = listed("breakpoint exit help input open print quit")
"""Builtins that reach out."""

MODULES = listed("""
    asyncio atexit concurrent ctypes curses email faulthandler fcntl fileinput ftplib
    getpass glob http io logging mmap multiprocessing os pathlib platform posix pty
    readline requests resource select selectors shutil signal site smtplib socket
    socketserver sqlite3 ssl subprocess sys sysconfig syslog tempfile termios threading
    tkinter tracemalloc tty turtle urllib warnings webbrowser
    """)
"""Modules that do."""

MEND = "take what you need as a parameter, return what you found"


def outside_world(text: Text) -> Iterator[Seen]:
    """Yield each way out."""
    for one in text.imports:
        if one.package in MODULES:
            yield one.node, f"{one.module!r} reaches out of the function", MEND
    for node in text.of(ast.Name):
        if node.id in NAMES and node.id not in text.bound:
            yield node, f"{node.id!r} reaches out of the function", MEND
