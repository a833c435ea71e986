"""Choices, numbers and texts."""

import string
import uuid as _uuid
from decimal import Decimal

from .lists import COLORS, WORDS


class Text:
    def random_int(self, min=0, max=9999, step=1):
        return self.random.randrange(min, max + 1, step)

    def random_digit(self):
        return self.random.randint(0, 9)

    def random_digit_not_null(self):
        return self.random.randint(1, 9)

    def random_number(self, digits=None, fix_len=False):
        count = self.random_digit() if digits is None else digits
        if fix_len:
            return self.random.randint(10 ** (count - 1), 10**count - 1)
        return self.random.randint(0, 10**count - 1)

    def random_letter(self):
        return self.random.choice(string.ascii_letters)

    def random_lowercase_letter(self):
        return self.random.choice(string.ascii_lowercase)

    def random_uppercase_letter(self):
        return self.random.choice(string.ascii_uppercase)

    def random_letters(self, length=16):
        return [self.random_letter() for _ in range(length)]

    def random_element(self, elements=("a", "b", "c")):
        if isinstance(elements, dict):
            return self.random.choices(list(elements), list(elements.values()))[0]
        return self.random.choice(list(elements))

    def random_elements(self, elements=("a", "b", "c"), length=None, unique=False, use_weighting=None):
        count = self.random.randint(1, len(elements)) if length is None else length
        if unique:
            return self.random.sample(list(elements), count)
        return [self.random_element(elements) for _ in range(count)]

    def random_choices(self, elements=("a", "b", "c"), length=None):
        return self.random_elements(elements, length)

    def random_sample(self, elements=("a", "b", "c"), length=None):
        return self.random_elements(elements, length, unique=True)

    def randomize_nb_elements(self, number=10, le=False, ge=False, min=None, max=None):
        return self.random.randint(number if ge else int(number * 0.6), number if le else int(number * 1.4))

    def numerify(self, text="###"):
        marks = {"#": self.random_digit, "%": self.random_digit_not_null, "!": self.random_digit, "@": self.random_digit}
        return "".join(str(marks[each]()) if each in marks else each for each in text)

    def lexify(self, text="????", letters=string.ascii_letters):
        return "".join(self.random.choice(letters) if each == "?" else each for each in text)

    def bothify(self, text="## ??", letters=string.ascii_letters):
        return self.lexify(self.numerify(text), letters)

    def hexify(self, text="^^^^", upper=False):
        digits = "0123456789ABCDEF" if upper else "0123456789abcdef"
        return "".join(self.random.choice(digits) if each == "^" else each for each in text)

    def boolean(self, chance_of_getting_true=50):
        return self.random.randint(1, 100) <= chance_of_getting_true

    pybool = boolean

    def pyint(self, min_value=0, max_value=9999, step=1):
        return self.random_int(min_value, max_value, step)

    def pyfloat(self, left_digits=None, right_digits=None, positive=False, min_value=None, max_value=None):
        low = min_value if min_value is not None else 0 if positive else -(10 ** (left_digits or 5))
        high = max_value if max_value is not None else 10 ** (left_digits or 5)
        return round(self.random.uniform(low, high), 6 if right_digits is None else right_digits)

    def pydecimal(self, *args, **kwargs):
        return Decimal(str(self.pyfloat(*args, **kwargs)))

    def pystr(self, min_chars=None, max_chars=20, prefix="", suffix=""):
        count = max_chars if min_chars is None else self.random.randint(min_chars, max_chars)
        return prefix + "".join(self.random_letters(count)) + suffix

    def pylist(self, nb_elements=10, *args, **kwargs):
        return [self.word() for _ in range(nb_elements)]

    def pydict(self, nb_elements=10, *args, **kwargs):
        return {self.unique_word(at): self.word() for at in range(nb_elements)}

    def unique_word(self, at):
        return f"{self.word()}{at}"

    def uuid4(self, cast_to=str):
        made = _uuid.UUID(int=self.random.getrandbits(128), version=4)
        return made if cast_to is None else cast_to(made)

    def binary(self, length=1024):
        return self.random.randbytes(length)

    def md5(self, raw_output=False):
        return self.hexify("^" * 32)

    def sha1(self, raw_output=False):
        return self.hexify("^" * 40)

    def sha256(self, raw_output=False):
        return self.hexify("^" * 64)

    def password(self, length=10, special_chars=True, digits=True, upper_case=True, lower_case=True):
        kinds = []
        if special_chars:
            kinds.append("!@#$%^&*()_+")
        if digits:
            kinds.append(string.digits)
        if upper_case:
            kinds.append(string.ascii_uppercase)
        if lower_case:
            kinds.append(string.ascii_lowercase)
        chosen = [self.random.choice(kind) for kind in kinds]
        chosen += [self.random.choice("".join(kinds)) for _ in range(length - len(chosen))]
        self.random.shuffle(chosen)
        return "".join(chosen)

    def word(self, part_of_speech=None, ext_word_list=None):
        return self.random.choice(ext_word_list or WORDS)

    def words(self, nb=3, part_of_speech=None, ext_word_list=None, unique=False):
        return self.random.sample(ext_word_list or WORDS, nb) if unique else [self.word(None, ext_word_list) for _ in range(nb)]

    def sentence(self, nb_words=6, variable_nb_words=True, ext_word_list=None):
        count = max(1, self.randomize_nb_elements(nb_words) if variable_nb_words else nb_words)
        return " ".join(self.words(count, None, ext_word_list)).capitalize() + "."

    def sentences(self, nb=3, ext_word_list=None):
        return [self.sentence(ext_word_list=ext_word_list) for _ in range(nb)]

    def paragraph(self, nb_sentences=3, variable_nb_sentences=True, ext_word_list=None):
        count = max(1, self.randomize_nb_elements(nb_sentences) if variable_nb_sentences else nb_sentences)
        return " ".join(self.sentences(count, ext_word_list))

    def paragraphs(self, nb=3, ext_word_list=None):
        return [self.paragraph(ext_word_list=ext_word_list) for _ in range(nb)]

    def text(self, max_nb_chars=200, ext_word_list=None):
        made = self.sentence(ext_word_list=ext_word_list)
        while True:
            longer = f"{made} {self.sentence(ext_word_list=ext_word_list)}"
            if len(longer) > max_nb_chars:
                return made if len(made) <= max_nb_chars else made[: max_nb_chars - 1] + "."
            made = longer

    def texts(self, nb_texts=3, max_nb_chars=200, ext_word_list=None):
        return [self.text(max_nb_chars, ext_word_list) for _ in range(nb_texts)]

    def color_name(self):
        return self.random.choice(COLORS)

    safe_color_name = color_name

    def color(self, *args, **kwargs):
        return self.hexify("#^^^^^^")

    hex_color = color

    def rgb_color(self):
        return ",".join(str(self.random.randint(0, 255)) for _ in range(3))

    def ean13(self, *args, **kwargs):
        return self.ean(13)

    def ean8(self, *args, **kwargs):
        return self.ean(8)

    def ean(self, length=13, prefixes=()):
        digits = [self.random_digit() for _ in range(length - 1)]
        weighted = sum(each * (3 if at % 2 == 0 else 1) for at, each in enumerate(reversed(digits)))
        return "".join(map(str, digits)) + str(-weighted % 10)

    def isbn13(self, separator="-"):
        return f"978{separator}{self.numerify('#')}{separator}{self.numerify('####')}{separator}{self.numerify('####')}{separator}{self.random_digit()}"
