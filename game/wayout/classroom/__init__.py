"""The class server: pupils' pages, and the room that the teacher's board shows.

Class mode: the HTTP server for pupils' browsers, the state of a lesson in memory, and the teacher's dashboard;
and the defaults that the command line shares with it: port, most seats, seats per address.
"""

DEFAULT_PORT = 8000
"""The TCP port at which the class server listens where no other is asked for."""
MAX_SEATS = 400
"""Seats of one lesson."""
MAX_SEATS_PER_ADDRESS = 100
"""Behind one router a whole class has one address; more than some classes are a machine that takes seats."""
