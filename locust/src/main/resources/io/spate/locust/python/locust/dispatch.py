"""Which user comes next, and which goes."""


class Dispatcher:
    """Spreads users over classes: those with a fixed count first, the others by their weights.

    Of the weighted ones the next is always the one whose share is furthest behind, as in
    nginx's smooth weighted round-robin; the one that came last goes first.
    """

    def __init__(self, classes):
        self._classes = sorted(classes, key=lambda it: it.__name__)
        self._credit = {it: 0 for it in self._classes}
        self.order = []

    def use(self, classes):
        """Other classes from now on, or none to leave them."""
        if classes is not None:
            chosen = sorted(classes, key=lambda it: it.__name__)
            if chosen != self._classes:
                self._classes = chosen
                self._credit = {it: 0 for it in chosen}

    def next(self):
        """The class of the next user; None where none may follow."""
        for each in self._classes:
            if each.fixed_count and self.order.count(each) < each.fixed_count:
                self.order.append(each)
                return each
        weighted = [it for it in self._classes if not it.fixed_count and it.weight > 0]
        if not weighted:
            return None
        total = sum(it.weight for it in weighted)
        for each in weighted:
            self._credit[each] += each.weight
        chosen = max(weighted, key=lambda it: self._credit[it])
        self._credit[chosen] -= total
        self.order.append(chosen)
        return chosen

    def last(self):
        """The class of the user that goes next."""
        return self.order.pop() if self.order else None
