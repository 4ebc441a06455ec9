"""Where market data comes from: each provider is one file behind `base.Provider`."""
