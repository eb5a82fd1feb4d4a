"""How much is read at most? What is larger is a finding, never a wait and never a full memory.

Input limits against resource exhaustion: bytes of a file, a folder and a trail, number of files, nesting depth,
length of a text, faults reported, steps of a trail.
"""

MAX_FILE_BYTES = 32 * 2**20
"""Bytes of a file: nearly twice a story of 10,000 scenes."""
MAX_EVENTS = 2_000_000
"""Parser events of a file: keys, values, beginnings and ends of mappings and lists; 10,000 scenes have 1,250,000."""
MAX_DEPTH = 32
"""Nesting depth of mappings and lists; our format needs about ten."""
MAX_TEXT_LENGTH = 100_000
"""Characters in one text or key: a long chapter of a book."""
MAX_FAULTS_PER_FILE = 1_000
"""Faults of YAML in a file; after so many, the rest of it is not read."""
MAX_FILES = 1_000
"""YAML files in a folder."""
MAX_FOLDER_BYTES = 64 * 2**20
"""Bytes of all YAML files in a folder together."""
MAX_TRAIL_BYTES = 2**20
"""Bytes of a trail file; one of a whole evening has about 10,000."""
MAX_TRAIL_STEPS = 5_000
"""Steps of a trail; reading all there is takes about 300."""
