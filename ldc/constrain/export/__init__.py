"""The rule table in the words of other engines: one file a format."""

from ldc.constrain.export.gbnf import gbnf

__all__ = ["gbnf"]
