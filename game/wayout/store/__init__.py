"""What the program keeps on this computer between one start and the next.

Persistence: saved trails and settings in SQLite, the library cache, crash reports, folders.
"""
