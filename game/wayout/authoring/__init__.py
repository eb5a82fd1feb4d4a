"""What helps whoever writes a story, besides the commands themselves?

Authoring tools: templates, prompts, JSON Schemas, reload of changed files, compatibility with an older library.
"""
