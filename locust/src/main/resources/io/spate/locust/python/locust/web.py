"""Names of the web page, which does not run here: environment.web_ui is None."""


class WebUI:
    def __init__(self, *args, **kwargs):
        raise RuntimeError("there is no web page that a script could start")
