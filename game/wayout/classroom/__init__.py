"""The class server: pupils' pages, and the room that the teacher's board shows."""
