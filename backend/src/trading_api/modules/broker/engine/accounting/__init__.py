"""What fills do to money: positions, fees, value, margin, and the identities that hold."""
