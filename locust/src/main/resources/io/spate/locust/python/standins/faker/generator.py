"""All that can be made, one method each."""

import random as _random

from .dates import Dates
from .internet import Internet
from .person import Person
from .text import Text


class Generator(Person, Internet, Dates, Text):
    shared = _random.Random()

    def __init__(self, **config):
        self.random = self.shared

    def add_provider(self, provider):
        if isinstance(provider, type):
            provider = provider(self)
        name = getattr(provider, "provider_name", None)
        if name:
            setattr(self, name, lambda: self.random_element(provider.elements))
            return
        for name in dir(provider):
            if not name.startswith("_") and callable(getattr(provider, name)) and name != "generator":
                setattr(self, name, getattr(provider, name))

    def seed_instance(self, seed=None):
        self.random = _random.Random(seed)
        return self

    def format(self, name, *args, **kwargs):
        return getattr(self, name)(*args, **kwargs)

    def parse(self, text):
        import re

        return re.sub(r"\{\{\s*(\w+)\s*\}\}", lambda match: str(self.format(match.group(1))), text)

    pystr_format = parse

    def __getattr__(self, name):
        if name.startswith("__") or name == "random":
            raise AttributeError(name)
        raise AttributeError(
            f"{name} is not in Spate's stand-in for Faker; install Faker and name its folder: --packages FOLDER"
        )
