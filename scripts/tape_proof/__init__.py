"""Records a server that trades, plays the tape, records the playing: both must be equal."""
