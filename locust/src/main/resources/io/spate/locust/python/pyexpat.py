"""The parser below xml.etree, xml.dom and xml.sax, over the one of the JVM."""

import spate_host as _host

EXPAT_VERSION = "expat_2.6.0"
version_info = (2, 6, 0)
native_encoding = "UTF-8"
features = []
XML_PARAM_ENTITY_PARSING_NEVER = 0
XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE = 1
XML_PARAM_ENTITY_PARSING_ALWAYS = 2


class ExpatError(Exception):
    pass


error = ExpatError


class _Names:
    """errors and model of expat, as far as Python's library names them."""

    XML_ERROR_SYNTAX = "syntax error"
    XML_ERROR_NO_ELEMENTS = "no element found"
    codes = {"syntax error": 2, "no element found": 3}
    messages = {2: "syntax error", 3: "no element found"}


errors = model = _Names


def ErrorString(code):
    return _Names.messages.get(code)


class XMLParserType:
    def __init__(self, encoding, separator, intern):
        self.intern = {} if intern is None else intern
        self.buffer_text = False
        self.ordered_attributes = False
        self.specified_attributes = False
        self.namespace_prefixes = False
        self.buffer_size = 8192
        self.CurrentLineNumber = self.ErrorLineNumber = 1
        self.CurrentColumnNumber = self.ErrorColumnNumber = 0
        self.CurrentByteIndex = self.ErrorByteIndex = -1
        self.ErrorCode = 0
        self._encoding = encoding
        self._separator = separator
        self._parts = []
        self._scopes = [{"xml": "http://www.w3.org/XML/1998/namespace"}]

    def __getattr__(self, name):
        if name.endswith("Handler") or name == "DefaultHandlerExpand":
            return None
        raise AttributeError(name)

    def Parse(self, data, isfinal=False):
        self._parts.append(data.encode("utf-8") if isinstance(data, str) else bytes(data))
        if isinstance(data, str):
            self._encoding = "utf-8"
        if isfinal:
            self._run(b"".join(self._parts))
        return 1

    def ParseFile(self, file):
        return self.Parse(file.read(), True)

    def SetBase(self, base):
        pass

    def GetBase(self):
        return None

    def GetInputContext(self):
        return None

    def UseForeignDTD(self, flag=True):
        pass

    def SetParamEntityParsing(self, flag):
        return 1

    def SetReparseDeferralEnabled(self, enabled):
        pass

    def GetReparseDeferralEnabled(self):
        return False

    def _decoded(self, data):
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return data.decode("utf-16")
        encoding = self._encoding
        if not encoding and data.startswith(b"<?xml"):
            head = data[: data.find(b"?>")].decode("latin-1")
            if "encoding=" in head:
                encoding = head.partition("encoding=")[2][1:].partition(head.partition("encoding=")[2][0])[0]
        text = data.decode(encoding or "utf-8")
        text = text.removeprefix("\ufeff")
        if text.startswith("<?xml "):
            # Its encoding is done with.
            end = text.find("?>")
            text = '<?xml version="1.0"' + (text[end:] if end > 0 else "?>")
        return text

    def _run(self, data):
        events = list(_host.xml(self._decoded(data)))
        texts, at = [], 0
        while at < len(events):
            kind, count = events[at], int(events[at + 1])
            values = events[at + 2 : at + 2 + count]
            at += 2 + count
            if kind == "text" and self.buffer_text:
                texts.append(values[0])
                continue
            if texts:
                self._call("CharacterDataHandler", "".join(texts))
                texts = []
            getattr(self, "_" + kind)(*values)

    def _call(self, handler, *args):
        function = getattr(self, handler)
        if function is not None:
            function(*args)
            return True
        return False

    def _text(self, value):
        self._call("CharacterDataHandler", value) or self._call("DefaultHandlerExpand", value)

    def _start(self, name, *flat):
        pairs = list(zip(flat[::2], flat[1::2]))
        if self._separator is not None:
            scope = dict(self._scopes[-1])
            kept = []
            for key, value in pairs:
                if key == "xmlns" or key.startswith("xmlns:"):
                    prefix = key.partition(":")[2]
                    scope[prefix] = value
                    self._call("StartNamespaceDeclHandler", prefix or None, value or None)
                else:
                    kept.append((key, value))
            self._scopes.append(scope)
            name = self._named(name, scope, True)
            pairs = [(self._named(key, scope, False), value) for key, value in kept]
        given = [each for pair in pairs for each in pair] if self.ordered_attributes else dict(pairs)
        self._call("StartElementHandler", name, given)

    def _named(self, name, scope, element):
        prefix, colon, local = name.rpartition(":")
        space = scope.get(prefix) if colon or element else None
        if colon and space is None:
            self._error(f"unbound prefix: {prefix}", 1, 0)
        return f"{space}{self._separator}{local}" if space else name

    def _end(self, name):
        scope = self._scopes[-1]
        if self._separator is not None:
            name = self._named(name, scope, True)
            self._scopes.pop()
        self._call("EndElementHandler", name)
        if self._separator is not None:
            for prefix in [each for each in scope if scope[each] != self._scopes[-1].get(each)]:
                self._call("EndNamespaceDeclHandler", prefix or None)

    def _comment(self, text):
        self._call("CommentHandler", text)

    def _pi(self, target, data):
        self._call("ProcessingInstructionHandler", target, data)

    def _error(self, message, line, column):
        wrong = ExpatError(f"{message}: line {line}, column {column}")
        wrong.code, wrong.lineno, wrong.offset = 2, int(line), int(column)
        raise wrong


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    return XMLParserType(encoding, namespace_separator, intern)
