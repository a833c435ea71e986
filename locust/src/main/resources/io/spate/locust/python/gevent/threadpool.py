"""Threads, which greenlets are here."""

from .pool import Pool as ThreadPool

__all__ = ["ThreadPool"]
