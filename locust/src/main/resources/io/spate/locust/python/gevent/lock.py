"""Locks of users."""

from threading import BoundedSemaphore, RLock, Semaphore

__all__ = ["BoundedSemaphore", "RLock", "Semaphore"]
