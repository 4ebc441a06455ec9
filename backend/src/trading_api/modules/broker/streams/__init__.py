"""The broker's streams: four lossless ones over the ledger, equity and connection beside them."""
