"""Spawned functions."""

from . import Greenlet, joinall, killall

__all__ = ["Greenlet", "joinall", "killall"]
