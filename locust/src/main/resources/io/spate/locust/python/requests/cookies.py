"""Cookies of a session, which its client keeps."""


class RequestsCookieJar:
    def __init__(self, session):
        self._session = session

    def get_dict(self, domain=None, path=None):
        flat = list(self._session._client().cookies(self._session._place()))
        return dict(zip(flat[::2], flat[1::2]))

    def get(self, name, default=None, domain=None, path=None):
        return self.get_dict().get(name, default)

    def set(self, name, value, **kwargs):
        self._session._client().setCookie(self._session._place(), f"{name}={value}; Path=/")

    def set_cookie(self, cookie):
        self.set(cookie.name, cookie.value)

    def update(self, other):
        for name, value in (other.get_dict() if hasattr(other, "get_dict") else dict(other)).items():
            self.set(name, value)

    def clear(self, *args):
        self._session._client().clearCookies()

    def items(self):
        return list(self.get_dict().items())

    def keys(self):
        return list(self.get_dict())

    def values(self):
        return list(self.get_dict().values())

    def __iter__(self):
        return iter(self.get_dict())

    def __len__(self):
        return len(self.get_dict())

    def __contains__(self, name):
        return name in self.get_dict()

    def __getitem__(self, name):
        return self.get_dict()[name]

    def __setitem__(self, name, value):
        self.set(name, value)

    def __repr__(self):
        return f"<RequestsCookieJar {self.get_dict()}>"


def cookiejar_from_dict(cookies):
    return dict(cookies)


def dict_from_cookiejar(jar):
    return jar.get_dict() if hasattr(jar, "get_dict") else dict(jar)
