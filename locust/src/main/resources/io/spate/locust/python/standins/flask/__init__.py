"""Names that locustfiles import to add pages to Locust's web page, which does not run here."""


class _Absent:
    def __init__(self, *args, **kwargs):
        pass

    def __call__(self, *args, **kwargs):
        raise RuntimeError("flask is not here: there is no web page that a script could add to")

    def route(self, *args, **kwargs):
        return lambda function: function


class Flask(_Absent):
    pass


class Blueprint(_Absent):
    pass


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return _Absent()
