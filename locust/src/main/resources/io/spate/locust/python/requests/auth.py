"""Ways to log in."""


class AuthBase:
    def __call__(self, request):
        raise NotImplementedError("Auth hooks must be callable.")


class HTTPDigestAuth(AuthBase):
    """Each request is answered anew: who is asked sends it a second time."""

    def __init__(self, username, password):
        self.username = username
        self.password = password

    def __call__(self, request):
        return request


class HTTPBasicAuth(AuthBase):
    def __init__(self, username, password):
        self.username = username
        self.password = password

    def __call__(self, request):
        import base64

        pair = f"{self.username}:{self.password}".encode("utf-8")
        request.headers["Authorization"] = "Basic " + base64.b64encode(pair).decode("ascii")
        return request
