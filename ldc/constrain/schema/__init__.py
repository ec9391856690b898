"""Function definitions in JSON Schema, as teachers and APIs write them, as heads."""
