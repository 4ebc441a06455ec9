"""The same faults beside a plain FastAPI example, one of fastws, and the product's streams."""
