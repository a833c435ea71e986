"""Settings of connections."""

from .retry import Retry

__all__ = ["Retry"]
