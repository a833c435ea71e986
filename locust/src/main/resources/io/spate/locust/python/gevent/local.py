"""Values of a user alone."""

from threading import local

__all__ = ["local"]
