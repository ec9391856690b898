"""A project that has been checked: what is copied from it starts warm."""

import shutil
from pathlib import Path

import pytest

from ldc import base, build
from tests.listing import ROOT


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with blackjack's functions and their verdicts; copy it."""
    project = tmp_path_factory.mktemp("checked")
    own = project / "function_base" / "blackjack"
    shutil.copytree(ROOT / "function_base" / "blackjack", own)
    (project / "ldc.toml").write_text("format = 1\n")
    base.check_stage(build.open_job("blackjack", project))
    return project
