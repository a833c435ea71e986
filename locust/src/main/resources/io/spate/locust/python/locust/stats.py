"""What was measured, as scripts read it; the figures themselves are kept by Spate."""

from .exception import CatchResponseError

PERCENTILES_TO_REPORT = [0.50, 0.66, 0.75, 0.80, 0.90, 0.95, 0.98, 0.99, 0.999, 0.9999, 1.0]
CSV_STATS_INTERVAL_SEC = 1
CONSOLE_STATS_INTERVAL_SEC = 2
HISTORY_STATS_INTERVAL_SEC = 5


def stats_printer(stats):
    """For scripts that run Locust themselves; here figures are shown anyway."""
    return lambda: None


stats_history = stats_printer


def error_text(error):
    """How a failure is told from others."""
    text = error if isinstance(error, str) else repr(error)
    if "object at 0x" not in text:
        return text
    import re

    return re.sub(r"object at 0x[0-9a-f]+", "object at 0x....", text)


def error_name(error):
    if isinstance(error, CatchResponseError) and error.args:
        return str(error.args[0])
    return repr(error)


class StatsEntry:
    """The figures of one kind of requests."""

    def __init__(self, entry):
        self._entry = entry
        self.method = entry.method()
        self.name = entry.name()

    num_requests = property(lambda self: self._entry.requests())
    num_failures = property(lambda self: self._entry.failures())
    num_none_requests = property(lambda self: self._entry.untimed())
    total_response_time = property(lambda self: self._entry.totalMillis())
    min_response_time = property(lambda self: self._entry.minMillis() if self._entry.requests() else None)
    max_response_time = property(lambda self: self._entry.maxMillis())
    total_content_length = property(lambda self: self._entry.totalBytes())
    fail_ratio = property(lambda self: self._entry.failRatio())
    avg_response_time = property(lambda self: self._entry.averageMillis())
    median_response_time = property(lambda self: self._entry.medianMillis())
    avg_content_length = property(lambda self: self._entry.averageBytes())
    total_rps = property(lambda self: self._entry.totalRate())
    total_fail_per_sec = property(lambda self: self._entry.totalFailRate())
    current_rps = property(lambda self: self._entry.currentRate())
    current_fail_per_sec = property(lambda self: self._entry.currentFailRate())

    def get_response_time_percentile(self, percent):
        return self._entry.percentileMillis(float(percent))

    def get_current_response_time_percentile(self, percent):
        return self._entry.currentPercentileMillis(float(percent))


class StatsError:
    """Failures that are alike."""

    def __init__(self, error):
        self.method = error.method()
        self.name = error.name()
        self.error = error.text()
        self.occurrences = error.occurrences()

    def to_name(self):
        return f"{self.method} {self.name}: {self.error}"


class RequestStats:
    history = ()

    def __init__(self, book, own):
        self._book = book
        self._own = own

    @property
    def total(self):
        return StatsEntry(self._book.total())

    @property
    def entries(self):
        return {(each.name(), each.method()): StatsEntry(each) for each in self._book.entries()}

    @property
    def errors(self):
        return {each.key(): StatsError(each) for each in self._book.errors()}

    def get(self, name, method):
        return StatsEntry(self._book.entry(str(method), str(name)))

    @property
    def num_requests(self):
        return self.total.num_requests

    @property
    def num_failures(self):
        return self.total.num_failures

    @property
    def num_none_requests(self):
        return self.total.num_none_requests

    @property
    def last_request_timestamp(self):
        return self._book.total().lastSeconds()

    @property
    def start_time(self):
        return self._book.startSeconds()

    def log_request(self, method, name, response_time, content_length):
        self._own.entry(str(method), str(name)).log(float(response_time or 0), int(content_length or 0))

    def log_error(self, method, name, error):
        self._own.entry(str(method), str(name)).failed(error_text(error))

    def reset_all(self):
        self._own.reset()

    clear_all = reset_all
