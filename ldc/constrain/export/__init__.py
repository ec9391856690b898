"""The rule table in the words of other engines: one file a format."""

from ldc.constrain.export.formats import FORMATS, Format, export_heads, export_task
from ldc.constrain.export.gbnf import gbnf
from ldc.constrain.export.json_schema import json_schema
from ldc.constrain.export.openai_tools import openai_tools
from ldc.constrain.export.step import ALL_STATES
from ldc.constrain.schema.json_values import call_of_json

__all__ = [
    "ALL_STATES",
    "FORMATS",
    "Format",
    "call_of_json",
    "export_heads",
    "export_task",
    "gbnf",
    "json_schema",
    "openai_tools",
]
