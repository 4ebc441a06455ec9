"""The paper venue and its accounts: pure rules over integers, no clock, database or socket."""
