"""What requests mean: exact decimals in, the engine's integers and commands out."""
