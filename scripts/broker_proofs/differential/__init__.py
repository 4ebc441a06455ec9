"""Our fills on real bars beside those of another engine: `python -m broker_proofs.differential`."""
