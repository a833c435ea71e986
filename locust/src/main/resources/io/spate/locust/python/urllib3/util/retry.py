"""How often to try again, which is taken and without effect: a load test counts what fails."""


class Retry:
    def __init__(self, total=10, **kwargs):
        self.total = total
