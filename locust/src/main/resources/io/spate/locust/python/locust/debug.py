"""Running one user, which files ask for where they are run as programs themselves."""


def run_single_user(user_class, *args, **kwargs):
    """Does nothing in a run, where all users are run."""
