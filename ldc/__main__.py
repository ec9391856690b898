"""Lets `python -m ldc` be `ldc`."""

from ldc.cli import main

main()
