"""Nothing to patch: what blocks a user blocks that user alone."""


def patch_all(*args, **kwargs):
    return True


patch_dns = patch_os = patch_queue = patch_select = patch_signal = patch_socket = patch_ssl = patch_all
patch_subprocess = patch_sys = patch_thread = patch_time = patch_all


def is_module_patched(name):
    return True


def is_object_patched(module, name):
    return True


def get_original(module, name):
    from importlib import import_module

    found = import_module(module)
    return getattr(found, name) if isinstance(name, str) else [getattr(found, each) for each in name]
