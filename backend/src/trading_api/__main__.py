"""`python -m trading_api`: the same as `trading-pro`."""

import sys

from trading_api.cli import main

if __name__ == "__main__":
    sys.exit(main())
