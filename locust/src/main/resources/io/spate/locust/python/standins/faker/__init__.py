"""As much of Faker as locustfiles use, in English; the real package is taken where it is found."""

import random as _random
import types

from .generator import Generator


class Faker:
    """Fake data. Locales are taken and have no effect."""

    def __init__(self, locale=None, providers=None, generator=None, includes=None, use_weighting=True, **config):
        self._generator = generator or Generator()
        self._optional = None
        self.locales = [locale] if isinstance(locale, str) else list(locale or ["en_US"])
        self._unique = Unique(self._generator)

    @classmethod
    def seed(cls, seed=None):
        _shared.seed(seed)

    def seed_instance(self, seed=None):
        self._generator.random = _random.Random(seed)
        return self

    seed_locale = seed_instance

    @property
    def unique(self):
        return self._unique

    @property
    def random(self):
        return self._generator.random

    @random.setter
    def random(self, value):
        self._generator.random = value

    @property
    def factories(self):
        return [self._generator]

    generator = property(lambda self: self._generator)

    def add_provider(self, provider):
        if isinstance(provider, types.ModuleType):
            provider = provider.Provider
        self._generator.add_provider(provider)

    def __getitem__(self, locale):
        return self

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._generator, name)


class Unique:
    """The same methods, none of which gives a value twice."""

    _TRIES_MAX = 1_000

    def __init__(self, generator):
        self._generator = generator
        self._seen = {}

    def clear(self):
        self._seen.clear()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        make = getattr(self._generator, name)
        seen = self._seen.setdefault(name, set())

        def once(*args, **kwargs):
            for _ in range(self._TRIES_MAX):
                value = make(*args, **kwargs)
                key = repr(value)
                if key not in seen:
                    seen.add(key)
                    return value
            from .exceptions import UniquenessException

            raise UniquenessException(f"Got duplicated values after {self._TRIES_MAX:,} attempts.")

        return once


class Factory:
    @classmethod
    def create(cls, *args, **kwargs):
        return Generator()


_shared = Generator.shared

__version__ = "0"
__all__ = ["Factory", "Faker", "Generator"]
