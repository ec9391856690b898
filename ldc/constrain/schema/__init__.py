"""Function definitions in JSON Schema, as teachers and APIs write them, as heads."""

from ldc.constrain.schema.bounds import Bounds, read_bounds
from ldc.constrain.schema.tools import Tools, heads_of, tools_of

__all__ = ["Bounds", "Tools", "heads_of", "read_bounds", "tools_of"]
