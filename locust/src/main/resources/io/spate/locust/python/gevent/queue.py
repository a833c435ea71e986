"""Queues of users."""

from queue import Empty, Full, LifoQueue, PriorityQueue, Queue, SimpleQueue

JoinableQueue = Queue

__all__ = ["Empty", "Full", "JoinableQueue", "LifoQueue", "PriorityQueue", "Queue", "SimpleQueue"]
