"""Incumbent: a sourced record of who holds which post."""
