"""What publishing costs in two source trees, compared in one run."""
