"""Dates and times."""

import datetime
import re

from .lists import ZONES

_SPAN = re.compile(r"([+-]?\d+)\s*([yMwdhms])")
_DAYS = {"y": 365, "M": 30.42, "w": 7, "d": 1, "h": 1 / 24, "m": 1 / 1440, "s": 1 / 86_400}


def _moment(value, zone=None):
    """A moment of a date, a time, seconds, or a text such as now, today, -30y."""
    now = datetime.datetime.now(zone)
    if isinstance(value, datetime.datetime):
        return value
    if isinstance(value, datetime.date):
        return datetime.datetime.combine(value, datetime.time(), zone)
    if isinstance(value, datetime.timedelta):
        return now + value
    if isinstance(value, (int, float)):
        return datetime.datetime.fromtimestamp(value, zone)
    if value in (None, "now"):
        return now
    if value == "today":
        return now.replace(hour=0, minute=0, second=0, microsecond=0)
    parts = _SPAN.findall(value)
    if not parts:
        raise ValueError(f"Can't parse date string `{value}`")
    return now + datetime.timedelta(days=sum(int(count) * _DAYS[unit] for count, unit in parts))


class Dates:
    def date_time_between(self, start_date="-30y", end_date="now", tzinfo=None):
        start, end = _moment(start_date, tzinfo), _moment(end_date, tzinfo)
        seconds = int((end - start).total_seconds())
        return start.replace(microsecond=0) + datetime.timedelta(seconds=self.random.randint(0, max(0, seconds)))

    date_time_between_dates = date_time_between

    def date_time(self, tzinfo=None, end_datetime=None):
        return self.date_time_between(datetime.datetime(1970, 1, 1, tzinfo=tzinfo), end_datetime or "now", tzinfo)

    def date_time_ad(self, tzinfo=None, end_datetime=None, start_datetime=None):
        return self.date_time(tzinfo, end_datetime)

    def date_between(self, start_date="-30y", end_date="today"):
        return self.date_time_between(start_date, end_date).date()

    date_between_dates = date_between

    def date_object(self, end_datetime=None):
        return self.date_time(None, end_datetime).date()

    def date(self, pattern="%Y-%m-%d", end_datetime=None):
        return self.date_time(None, end_datetime).strftime(pattern)

    def time(self, pattern="%H:%M:%S", end_datetime=None):
        return self.date_time(None, end_datetime).strftime(pattern)

    def time_object(self, end_datetime=None):
        return self.date_time(None, end_datetime).time()

    def iso8601(self, tzinfo=None, end_datetime=None, sep="T", timespec="auto"):
        return self.date_time(tzinfo, end_datetime).isoformat(sep, timespec)

    def unix_time(self, end_datetime=None, start_datetime=None):
        return self.random.randint(0, int(_moment(end_datetime).timestamp()))

    def date_of_birth(self, tzinfo=None, minimum_age=0, maximum_age=115):
        return self.date_between(f"-{maximum_age + 1}y", f"-{minimum_age}y" if minimum_age else "today")

    def future_date(self, end_date="+30d", tzinfo=None):
        return self.date_between("+1d", end_date)

    def future_datetime(self, end_date="+30d", tzinfo=None):
        return self.date_time_between("+1s", end_date, tzinfo)

    def past_date(self, start_date="-30d", tzinfo=None):
        return self.date_between(start_date, "-1d")

    def past_datetime(self, start_date="-30d", tzinfo=None):
        return self.date_time_between(start_date, "-1s", tzinfo)

    def _since(self, zone, **begin):
        now = datetime.datetime.now(zone)
        return self.date_time_between(now.replace(hour=0, minute=0, second=0, microsecond=0, **begin), now, zone)

    def date_time_this_year(self, before_now=True, after_now=False, tzinfo=None):
        return self._since(tzinfo, month=1, day=1)

    def date_time_this_month(self, before_now=True, after_now=False, tzinfo=None):
        return self._since(tzinfo, day=1)

    def date_time_this_decade(self, before_now=True, after_now=False, tzinfo=None):
        return self._since(tzinfo, year=datetime.date.today().year // 10 * 10, month=1, day=1)

    def date_time_this_century(self, before_now=True, after_now=False, tzinfo=None):
        return self._since(tzinfo, year=datetime.date.today().year // 100 * 100, month=1, day=1)

    def date_this_year(self, before_today=True, after_today=False):
        return self.date_time_this_year().date()

    def date_this_month(self, before_today=True, after_today=False):
        return self.date_time_this_month().date()

    def date_this_decade(self, before_today=True, after_today=False):
        return self.date_time_this_decade().date()

    def date_this_century(self, before_today=True, after_today=False):
        return self.date_time_this_century().date()

    def time_delta(self, end_datetime=None):
        return datetime.timedelta(seconds=self.random.randint(0, 86_400))

    def year(self):
        return self.date("%Y")

    def month(self):
        return self.date("%m")

    def month_name(self):
        return self.date("%B")

    def day_of_month(self):
        return self.date("%d")

    def day_of_week(self):
        return self.date("%A")

    def am_pm(self):
        return self.date("%p")

    def timezone(self):
        return self.random.choice(ZONES)
