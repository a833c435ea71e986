"""Tasks of which each says what may follow it."""

import random

from ..exception import LocustError
from .task import TaskSet


def transition(name, weight=1):
    """What may follow a function: another one's name, and how likely that is."""

    def mark(function):
        function.transitions = {**getattr(function, "transitions", {}), name: weight}
        return function

    return mark


def transitions(weights):
    """What may follow a function: names with weights, or pairs, or names alone."""
    pairs = weights.items() if isinstance(weights, dict) else [
        each if isinstance(each, tuple) else (each, 1) for each in weights
    ]

    def mark(function):
        function.transitions = {**getattr(function, "transitions", {}), **dict(pairs)}
        return function

    return mark


class MarkovTaskSet(TaskSet):
    """Begins with the first function that has transitions and follows them."""

    _markov = True

    def __init__(self, parent):
        super().__init__(parent)
        self._steps = {
            name: member
            for base in reversed(type(self).__mro__)
            for name, member in vars(base).items()
            if hasattr(member, "transitions")
        }
        if not self._steps:
            raise LocustError(f"No transitions defined on {type(self).__name__}")
        for name, step in self._steps.items():
            missing = [other for other in step.transitions if other not in self._steps]
            if missing:
                raise LocustError(f"{name} leads to {', '.join(missing)}, which has no transitions")
        self.current = next(iter(self._steps.values()))

    def get_next_task(self):
        step = self.current
        names = list(step.transitions)
        chosen = random.choices(names, [step.transitions[name] for name in names])[0]
        self.current = self._steps[chosen]
        return step
