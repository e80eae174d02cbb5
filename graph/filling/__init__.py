"""Fills a server from a ledger: through its driver, or by files that it imports while stopped."""
