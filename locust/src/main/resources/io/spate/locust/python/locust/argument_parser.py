"""The command line's arguments that a script adds."""

import sys

Namespace = type(sys.implementation)


class LocustArgumentParser:
    """Takes notes of arguments; the command line itself is Spate's to read."""

    def __init__(self):
        self.added = []

    def add_argument(
        self,
        *names,
        action="store",
        type=None,
        default=None,
        env_var=None,
        help=None,
        choices=None,
        dest=None,
        nargs=None,
        required=False,
        metavar=None,
        is_secret=False,
        include_in_web_ui=True,
        is_required=False,
        is_multiple=False,
        const=None,
        **ignored,
    ):
        longest = max(names, key=len)
        self.added.append(
            {
                "names": list(names),
                "dest": dest or longest.lstrip("-").replace("-", "_"),
                "switch": action in ("store_true", "store_false", "store_const"),
                "action": action,
                "type": type,
                "default": default,
                "env": env_var,
                "help": help or "",
                "choices": list(choices) if choices else None,
                "many": nargs in ("*", "+") or action == "append" or is_multiple,
                "required": required or is_required,
                "const": const,
            }
        )

    def add_argument_group(self, *args, **kwargs):
        return self

    add_mutually_exclusive_group = add_argument_group

    def set_defaults(self, **defaults):
        for each in self.added:
            if each["dest"] in defaults:
                each["default"] = defaults[each["dest"]]


def converted(argument, given):
    """The value of an argument: given is a list of texts, or None where there is none."""
    if given is None:
        if argument["action"] == "store_true":
            return bool(argument["default"])
        if argument["action"] == "store_false":
            return True if argument["default"] is None else argument["default"]
        default = argument["default"]
        if isinstance(default, str) and argument["type"] is not None:
            return argument["type"](default)
        return default
    if argument["switch"]:
        off = given and given[-1].lower() in ("false", "no", "0", "off")
        if argument["action"] == "store_const":
            return argument["default"] if off else argument["const"]
        return (argument["action"] == "store_true") != bool(off)
    kind = argument["type"] or str
    try:
        values = [kind(text) for text in given]
    except (TypeError, ValueError):
        raise ValueError(f"argument {'/'.join(argument['names'])}: invalid value: {' '.join(given)!r}") from None
    choices = argument["choices"]
    for value in values:
        if choices is not None and value not in choices:
            shown = ", ".join(repr(each) for each in choices)
            raise ValueError(f"argument {'/'.join(argument['names'])}: invalid choice: {value!r} (choose from {shown})")
    return values if argument["many"] else values[-1]


def namespace(values):
    return Namespace(**values)
