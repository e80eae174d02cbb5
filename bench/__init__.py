"""Benchmarks: ratios measured in one run against named peers. `python -m bench` runs them all."""
