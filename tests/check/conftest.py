"""One project folder for all tests of the gates: mypy starts cold once."""

from pathlib import Path

import pytest

from tests.checked import checked

__all__ = ["checked"]


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that keeps what mypy learned."""
    return tmp_path_factory.mktemp("project")
