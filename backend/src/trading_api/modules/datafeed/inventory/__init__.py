"""What a data directory holds: imported bars beside what was received, listed, checked, written."""
