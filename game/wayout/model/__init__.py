"""What a story is: values, and how they are read from files. Knows no other room.

The domain model: data types of stories and evidence, the loader, and the checks. It imports no other room but the
strings.
"""
