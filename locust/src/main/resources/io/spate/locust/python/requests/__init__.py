"""As much of requests as locustfiles use, over Spate's HTTP client; measured nowhere."""

from . import auth, exceptions
from .auth import HTTPBasicAuth
from .exceptions import (
    ConnectionError,
    ConnectTimeout,
    HTTPError,
    ReadTimeout,
    RequestException,
    Timeout,
    TooManyRedirects,
)
from .models import Response
from .sessions import Session
from .status_codes import codes

__version__ = "2.32.0"


# What few files need, and takes its time to import.
_LATER = ("adapters", "packages", "utils")


def __getattr__(name):
    if name == "JSONDecodeError":
        return exceptions.JSONDecodeError
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    __import__(f"{__name__}.{name}")
    return globals()[name]


def session():
    return Session()


def request(method, url, **kwargs):
    with Session() as one:
        return one.request(method, url, **kwargs)


def get(url, params=None, **kwargs):
    return request("GET", url, params=params, **kwargs)


def options(url, **kwargs):
    return request("OPTIONS", url, **kwargs)


def head(url, **kwargs):
    kwargs.setdefault("allow_redirects", False)
    return request("HEAD", url, **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request("POST", url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    return request("PUT", url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    return request("PATCH", url, data=data, **kwargs)


def delete(url, **kwargs):
    return request("DELETE", url, **kwargs)
