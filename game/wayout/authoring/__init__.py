"""What helps whoever writes a story, besides the commands themselves?

Templates, prompts, file watching, reload, schemas, story tests.
"""
