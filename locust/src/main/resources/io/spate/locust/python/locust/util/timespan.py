"""Lengths of time as texts."""

import re


def parse_timespan(text):
    """Seconds of a text such as 20, 20s, 3m, 2h, 1h20m."""
    found = re.fullmatch(r"(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?", str(text).strip())
    if not found or not any(found.groups()):
        raise ValueError("Invalid time span format. Valid formats: 20, 20s, 3m, 2h, 1h20m, 3h30m10s, etc.")
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds
