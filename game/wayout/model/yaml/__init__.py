"""How does YAML text become data, with the place of every key and value?

The YAML parser: spans, dialect, scalars, schema errors, and error messages in a writer's words.
"""
