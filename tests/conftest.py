"""Lets the tests run where the kernel's wall cannot stand, and says so at the top."""

import os

import pytest

from ldc.jail.deeds import layers
from ldc.jail.host import WEAK
from ldc.jail.walls import missing


def pytest_report_header(config: pytest.Config) -> list[str]:
    """Say what the jail lacks here; its own tests are skipped with that reason."""
    lacking = [f"{name} ({why})" for name, why in layers().items() if why]
    return [f"jail: without {', '.join(lacking)}"] if lacking else []


def pytest_configure(config: pytest.Config) -> None:
    """Allow a weak jail, but only where there can be no other."""
    if missing(layers()):
        os.environ[WEAK] = "1"
