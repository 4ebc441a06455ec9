"""What `backup` packs and `restore` unpacks: one archive, a copy a file of the data directory."""
