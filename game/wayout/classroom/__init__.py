"""The class server: pupils' pages, and the room that the teacher's board shows.

Class mode: the HTTP server for pupils' browsers, the state of a lesson in memory, and the teacher's dashboard.
"""
