"""Logging of scripts and of Locust itself, which goes where Spate's messages go."""

import spate_host as _host

from .later import after_import

_LEVELS = {"DEBUG": 10, "INFO": 20, "WARNING": 30, "ERROR": 40, "CRITICAL": 50}
_set_up = {"level": "INFO"}


class Logger:
    """What Locust's own modules log by: logging takes long to import, and few files need it."""

    def __init__(self, name):
        self.name = name

    def _log(self, level, text, args):
        # What all Pythons of a run do, the first one tells.
        if _host.index() and level == "INFO":
            return
        if _LEVELS[level] >= _LEVELS[_set_up["level"]]:
            _host.log(level, self.name, text % args if args else text)

    def info(self, text, *args):
        self._log("INFO", text, args)

    def warning(self, text, *args):
        self._log("WARNING", text, args)

    def error(self, text, *args):
        self._log("ERROR", text, args)


def setup_logging(loglevel="INFO", logfile=None):
    _set_up["level"] = loglevel.upper()
    after_import("logging", _handle)


def _handle(logging):
    class HostHandler(logging.Handler):
        spates = True

        def emit(self, record):
            try:
                text = record.getMessage()
                if record.exc_info:
                    text += "\n" + logging.Formatter().formatException(record.exc_info)
                _host.log(record.levelname, record.name, text)
            except Exception:
                self.handleError(record)

    # Nothing that is shown names them, and to find them costs each message its time.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    root = logging.getLogger()
    if not any(getattr(each, "spates", False) for each in root.handlers):
        root.addHandler(HostHandler())
    root.setLevel(_set_up["level"])
