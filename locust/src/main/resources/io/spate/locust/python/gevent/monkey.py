"""Nothing to patch: what blocks a user blocks that user alone."""


def patch_all(*args, **kwargs):
    return True
