"""Makes Spate's own modules known; the first that runs in a context.

Here and in the modules that each test needs, importlib and types are named as Python has them from the start: to import
what stands around them takes long.
"""

import _thread
import marshal
import sys

import _frozen_importlib_external
from _frozen_importlib import ModuleSpec

_Module = type(sys)

_HOST = (
    "sleep",
    "me",
    "linger",
    "rest",
    "pause",
    "wake",
    "spawn",
    "client",
    "options",
    "stats",
    "log",
    "begin",
    "anew",
    "ending",
    "exception",
    "begun",
    "state",
    "index",
    "size",
    "tell",
    "endOthers",
    "together",
    "shown",
    "alarm",
    "xml",
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
        exec(self._code(self._package + spec.name, module.__file__), module.__dict__)

    def _code(self, name, file):
        kept = self._sources.compiled(name)
        if kept:
            try:
                code = marshal.loads(kept.encode("latin-1"))
                if isinstance(code, type(self._code.__code__)):
                    return code
            except (EOFError, TypeError, ValueError):
                pass
        code = compile(self._sources.text(name), file, "exec")
        if self._sources.keeps():
            self._sources.keep(name, marshal.dumps(code).decode("latin-1"))
        return code

    def invalidate_caches(self):
        pass


def _write(path, data, mode=0o666):
    with open(path, "wb") as file:
        file.write(data)


def _thread_failed(args):
    """What threading has in C elsewhere; without it it would import traceback, which takes long."""
    import traceback

    kind, value, trace, thread = args
    if kind is not SystemExit:
        print(f"Exception in thread {getattr(thread, 'name', '?')}:", file=sys.stderr)
        traceback.print_exception(kind, value, trace)


def begin(host, sources):
    if sources.keeps():
        # What Python does otherwise, to rename a file, is not to be had of these files.
        _frozen_importlib_external._write_atomic = _write
    _thread._excepthook, _thread._ExceptHookArgs = _thread_failed, tuple
    module = _Module("spate_host")
    for name in _HOST:
        setattr(module, name, getattr(host, name))
    sys.modules["spate_host"] = module
    sys.meta_path.insert(0, _Finder(sources, ""))
    # What stands in for packages of others gives way to them.
    sys.meta_path.append(_Finder(sources, "standins."))
    from locust.main import test

    return test
