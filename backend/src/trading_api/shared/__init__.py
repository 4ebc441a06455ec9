"""What modules share: contracts, errors, clock and the streaming core."""
