"""Where on the earth is land, and whose country is where?

Geographic data (Natural Earth, public domain) in compact files, decoded when first asked for: coastlines, outlines of
countries for checks, and the window in degrees that a map shows.
"""
