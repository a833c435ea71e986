"""What tells users apart below gevent."""

from gevent import Greenlet as greenlet
from gevent import GreenletExit, getcurrent

__all__ = ["GreenletExit", "getcurrent", "greenlet"]
