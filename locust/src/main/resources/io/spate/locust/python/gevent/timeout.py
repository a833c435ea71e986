"""Limits of what a user waits for."""

from . import Timeout, with_timeout

__all__ = ["Timeout", "with_timeout"]
