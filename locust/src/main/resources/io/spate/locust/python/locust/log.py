"""Logging of scripts, which goes where Spate's messages go."""

import logging

import spate_host as _host


class HostHandler(logging.Handler):
    def emit(self, record):
        try:
            text = record.getMessage()
            if record.exc_info:
                text += "\n" + logging.Formatter().formatException(record.exc_info)
            _host.log(record.levelname, record.name, text)
        except Exception:
            self.handleError(record)


def setup_logging(loglevel="INFO", logfile=None):
    # Nothing that is shown names them, and to find them costs each message its time.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    root = logging.getLogger()
    if not any(isinstance(each, HostHandler) for each in root.handlers):
        root.addHandler(HostHandler())
    root.setLevel(loglevel.upper())
