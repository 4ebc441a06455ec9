"""Three servers of the same two streams: events that all matter, and levels that replace another.

`POST /api/v1/events` with `{"n": 7}` publishes an event; levels come by themselves. `GET
/api/v1/held` says what the server holds.
"""
