"""What crosses the wire: Pydantic models only, in TradingView's spelling."""
