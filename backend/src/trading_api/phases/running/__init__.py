"""The criteria that are judged by running the product: its suites, its server, its streams."""
