"""Makes Spate's own modules known; the first that runs in a context."""

import sys
import types
from importlib.machinery import ModuleSpec

_HOST = (
    "sleep",
    "rest",
    "pause",
    "wake",
    "spawn",
    "client",
    "stats",
    "log",
    "begin",
    "ending",
    "exception",
    "begun",
)


class _Finder:
    """Finds modules in Spate itself, in a package of its own."""

    def __init__(self, sources, package):
        self._sources = sources
        self._package = package

    def find_spec(self, name, path=None, target=None):
        place = self._sources.place(self._package + name)
        if not place:
            return None
        return ModuleSpec(name, self, origin=place, is_package=place.endswith("/__init__.py"))

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        spec = module.__spec__
        module.__file__ = "<spate>/" + spec.origin
        exec(compile(self._sources.text(self._package + spec.name), module.__file__, "exec"), module.__dict__)

    def invalidate_caches(self):
        pass


def begin(host, sources):
    module = types.ModuleType("spate_host")
    for name in _HOST:
        setattr(module, name, getattr(host, name))
    sys.modules["spate_host"] = module
    sys.meta_path.insert(0, _Finder(sources, ""))
    # What stands in for packages of others gives way to them.
    sys.meta_path.append(_Finder(sources, "standins."))
    from locust.main import test

    return test
