"""Small helpers."""

from urllib.parse import quote, unquote, urlparse

from .cookies import cookiejar_from_dict, dict_from_cookiejar


def requote_uri(url):
    return quote(url, safe="!#$%&'()*+,/:;=?@[]~")


__all__ = ["cookiejar_from_dict", "dict_from_cookiejar", "quote", "requote_uri", "unquote", "urlparse"]
