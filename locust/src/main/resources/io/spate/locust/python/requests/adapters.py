"""Settings of connections, which are Spate's here: taken and without effect."""


class HTTPAdapter:
    def __init__(self, *args, **kwargs):
        self.max_retries = kwargs.get("max_retries", 0)
