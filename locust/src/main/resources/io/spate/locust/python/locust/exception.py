"""What is raised by users and at them."""

from gevent import GreenletExit as Killed


class LocustError(Exception):
    pass


class MissingWaitTimeError(LocustError):
    pass


class ResponseError(Exception):
    pass


class CatchResponseError(Exception):
    pass


class InterruptTaskSet(Exception):
    """Leaves a set of tasks for the one that holds it.

    reschedule: whether the holder goes on without a pause.
    """

    def __init__(self, reschedule=True):
        super().__init__(reschedule)
        self.reschedule = reschedule


class StopUser(Exception):
    pass


class StopTest(Exception):
    pass


class RescheduleTask(Exception):
    """Ends a task; the next one follows after a pause."""


class RescheduleTaskImmediately(Exception):
    """Ends a task; the next one follows at once."""


class RPCError(Exception):
    pass


class AuthCredentialsError(ValueError):
    pass


class RunnerAlreadyExistsError(Exception):
    pass
