"""Measures the budgets of docs/house.md on the demo: `make bench` prints each figure beside its limit.

Times are medians on the machine at hand and no test reads them.
"""
