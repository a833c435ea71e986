"""Small helpers."""

from .cookies import cookiejar_from_dict, dict_from_cookiejar


def requote_uri(url):
    from urllib.parse import quote

    return quote(url, safe="!#$%&'()*+,/:;=?@[]~")


def __getattr__(name):
    if name in ("quote", "unquote", "urlparse"):
        import urllib.parse

        return getattr(urllib.parse, name)
    raise AttributeError(name)
