"""The fast client, which here is every client."""

from ..clients import FastHttpSession, Response as FastResponse, ResponseContextManager
from ..user.users import FastHttpUser

__all__ = ["FastHttpSession", "FastHttpUser", "FastResponse", "ResponseContextManager"]
