"""The fast client, which here is every client."""

from ..clients import (
    FastHttpSession,
    FastResponse,
    LocustBadStatusCode,
    RestResponseContextManager,
)
from ..clients import FastResponseContextManager as ResponseContextManager
from ..user.users import FastHttpUser

__all__ = [
    "FastHttpSession",
    "FastHttpUser",
    "FastResponse",
    "LocustBadStatusCode",
    "ResponseContextManager",
    "RestResponseContextManager",
]
