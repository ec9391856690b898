"""Lays out a teacher's file as people's are: by ruff, the formatter of this project."""

import subprocess
import sys

from ldc.errors import LdcError


def laid_out(source: str) -> str:
    """Return a file with the line breaks and quotes that `ruff format` gives it.

    A text that ruff cannot read comes back as it was: the gates tell why.

    Raises:
        LdcError: ruff is not installed.
    """
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--quiet"]
    command += ["--config", "format.docstring-code-format=true", "-"]
    done = subprocess.run(
        command, input=source, capture_output=True, text=True, check=False
    )
    if "No module named" in done.stderr:
        raise LdcError(
            "ldc author",
            "the formatter of written files is not installed",
            "pip install 'ldc[teacher]'",
        )
    return done.stdout if done.returncode == 0 else source
