"""What scripts switch off: warnings of certificates, which are not given here."""

from . import exceptions


def disable_warnings(category=None):
    """There are none."""
