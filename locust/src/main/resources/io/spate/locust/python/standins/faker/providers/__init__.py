"""Providers, which scripts add or extend."""

import sys
import types


class BaseProvider:
    """What scripts derive providers of their own from."""

    def __init__(self, generator):
        self.generator = generator

    def __getattr__(self, name):
        if name.startswith("__") or name == "generator":
            raise AttributeError(name)
        return getattr(self.generator, name)


class DynamicProvider(BaseProvider):
    """A provider of one method, which takes one of some values."""

    def __init__(self, provider_name, elements=None, generator=None):
        super().__init__(generator)
        self.provider_name = provider_name
        self.elements = list(elements or [])


_ALL = "address automotive bank barcode color company credit_card currency date_time emoji file geo internet isbn job lorem misc passport person phone_number profile python sbn ssn user_agent".split()

# All that they make is there from the start, so that adding one of them changes nothing.
for _name in _ALL:
    _module = types.ModuleType(f"{__name__}.{_name}")
    _module.Provider = type("Provider", (BaseProvider,), {})
    sys.modules[_module.__name__] = _module
    globals()[_name] = _module
