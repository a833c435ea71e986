"""Addresses of the net, browsers and files."""

from .lists import AGENTS, FILES, LOCALES, TYPES


class Internet:
    def _plain(self, text):
        return "".join(each for each in text.lower() if each.isalnum() or each in "-.")

    def user_name(self):
        first, last = self.first_name().lower(), self.last_name().lower()
        return self.random.choice((f"{first}{self.random.randint(1, 99):02d}", f"{first[0]}{last}", f"{last}{first}", f"{first}.{last}", f"{first}{last}"))

    def email(self, safe=True, domain=None):
        return f"{self.user_name()}@{domain or (self.safe_domain_name() if safe else self.domain_name())}"

    def safe_email(self):
        return self.email()

    ascii_email = ascii_safe_email = safe_email

    def free_email(self):
        return f"{self.user_name()}@{self.free_email_domain()}"

    ascii_free_email = free_email

    def company_email(self):
        return f"{self.user_name()}@{self.domain_name()}"

    ascii_company_email = company_email

    def free_email_domain(self):
        return self.random.choice(("gmail.com", "hotmail.com", "yahoo.com"))

    def safe_domain_name(self, *args):
        return self.random.choice(("example.com", "example.net", "example.org"))

    def domain_word(self):
        return self._plain(self.last_name())

    def domain_name(self, levels=1):
        return ".".join([self.domain_word() for _ in range(levels)] + [self.tld()])

    def hostname(self, levels=1):
        return f"{self.lexify('??').lower()}-{self.random.randint(1, 99):02d}.{self.domain_name(levels)}"

    def tld(self):
        return self.random.choice(("biz", "com", "info", "net", "org"))

    def url(self, schemes=None):
        return f"{self.random.choice(list(schemes or ('http', 'https')))}://www.{self.domain_name()}/"

    def uri(self, *args, **kwargs):
        return f"{self.url()}{self.uri_path()}/{self.uri_page()}.html"

    def uri_path(self, deep=None):
        return "/".join(self.words(deep or self.random.randint(1, 3)))

    def uri_page(self):
        return self.random.choice(("about", "author", "category", "faq", "home", "index", "login", "main", "post", "search", "terms"))

    def uri_extension(self):
        return self.random.choice((".asp", ".htm", ".html", ".jsp", ".php"))

    def slug(self, value=None):
        return "-".join(self._plain(each) for each in (value or self.sentence(3)).split()).strip(".")

    def image_url(self, width=None, height=None, *args, **kwargs):
        return f"https://picsum.photos/{width or self.random.randint(50, 1000)}/{height or self.random.randint(50, 1000)}"

    def ipv4(self, *args, **kwargs):
        return ".".join(str(self.random.randint(1, 254)) for _ in range(4))

    ipv4_public = ipv4

    def ipv4_private(self, *args, **kwargs):
        return f"10.{self.random.randint(0, 255)}.{self.random.randint(0, 255)}.{self.random.randint(1, 254)}"

    def ipv6(self, *args, **kwargs):
        return ":".join(self.hexify("^^^^") for _ in range(8))

    def mac_address(self, *args, **kwargs):
        return ":".join(self.hexify("^^") for _ in range(6))

    def port_number(self, *args, **kwargs):
        return self.random.randint(0, 65_535)

    def http_method(self):
        return self.random.choice(("CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"))

    def http_status_code(self, *args, **kwargs):
        return self.random.choice((200, 201, 204, 301, 302, 304, 400, 401, 403, 404, 409, 429, 500, 502, 503))

    def user_agent(self):
        return self.random.choice(AGENTS).format(self.random.randint(110, 130), self.random.randint(0, 6))

    chrome = firefox = safari = opera = internet_explorer = user_agent

    def file_extension(self, category=None):
        return self.random.choice(FILES[category or self.random.choice(list(FILES))])

    def file_name(self, category=None, extension=None):
        return f"{self.word()}.{extension or self.file_extension(category)}"

    def file_path(self, depth=1, category=None, extension=None, **kwargs):
        return "/" + "/".join([*self.words(depth), self.file_name(category, extension)])

    def mime_type(self, category=None):
        return self.random.choice(TYPES)

    def locale(self):
        return self.random.choice(LOCALES)

    def language_code(self):
        return self.locale().partition("_")[0]
