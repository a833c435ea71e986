"""Connections are Spate's; a pool of them has no effect."""


class HTTPClientPool:
    def __init__(self, **settings):
        self.settings = settings

    def close(self):
        pass
