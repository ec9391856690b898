"""The rule table in the words of other engines: one file a format."""

from ldc.constrain.export.gbnf import gbnf
from ldc.constrain.export.json_schema import json_schema, json_schema_of_step
from ldc.constrain.export.json_values import call_of_json, from_json
from ldc.constrain.export.openai_tools import openai_tools

__all__ = [
    "call_of_json",
    "from_json",
    "gbnf",
    "json_schema",
    "json_schema_of_step",
    "openai_tools",
]
