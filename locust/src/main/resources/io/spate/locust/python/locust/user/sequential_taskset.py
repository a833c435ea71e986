"""Tasks in their order."""

from .task import TaskSet, TaskSetMeta


class SequentialMeta(TaskSetMeta):
    """Tasks stand in the order of the class, those of its bases first."""

    def __new__(mcs, name, bases, members):
        if members.get("tasks"):
            # A list of its own is its order.
            given = members["tasks"]
            return super().__new__(mcs, name, bases, {**members, "tasks": given})
        return super().__new__(mcs, name, bases, members)


class SequentialTaskSet(TaskSet, metaclass=SequentialMeta):
    """Tasks of which one follows the other, from the first to the last and again."""

    def __init__(self, parent):
        super().__init__(parent)
        self._next = 0

    def get_next_task(self):
        if not self.tasks:
            from ..exception import LocustError

            raise LocustError(
                f"No tasks defined on {self.__class__.__name__}. Use the @task decorator or set the 'tasks' attribute of the SequentialTaskSet"
            )
        item = self.tasks[self._next % len(self.tasks)]
        self._next += 1
        return item
