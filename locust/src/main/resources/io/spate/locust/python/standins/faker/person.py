"""People, where they live and work, and how they pay."""

from .lists import COUNTRIES, CURRENCIES, FIRST_FEMALE, FIRST_MALE, JOBS, LAST, PHRASES, STATES, STREETS, TOWNS


class Person:
    def first_name(self):
        return self.random.choice(self.random.choice((FIRST_FEMALE, FIRST_MALE)))

    def first_name_male(self):
        return self.random.choice(FIRST_MALE)

    def first_name_female(self):
        return self.random.choice(FIRST_FEMALE)

    first_name_nonbinary = first_name

    def last_name(self):
        return self.random.choice(LAST)

    last_name_male = last_name_female = last_name_nonbinary = last_name

    def name(self):
        return f"{self.first_name()} {self.last_name()}"

    name_nonbinary = name

    def name_male(self):
        return f"{self.first_name_male()} {self.last_name()}"

    def name_female(self):
        return f"{self.first_name_female()} {self.last_name()}"

    def prefix(self):
        return self.random.choice(("Dr.", "Miss", "Mr.", "Mrs.", "Ms."))

    prefix_male = prefix_female = prefix

    def suffix(self):
        return self.random.choice(("DDS", "DVM", "II", "III", "Jr.", "MD", "PhD"))

    def ssn(self):
        return f"{self.random.randint(100, 665)}-{self.random.randint(10, 99)}-{self.random.randint(1000, 9999)}"

    def phone_number(self):
        return self.numerify(self.random.choice(("%##-%##-####", "(%##)%##-####", "+1-%##-%##-####", "001-%##-%##-####", "%##.%##.####")))

    basic_phone_number = phone_number

    def msisdn(self):
        return self.numerify("%############")

    def country_calling_code(self):
        return self.numerify("+%#")

    def job(self):
        return self.random.choice(JOBS)

    job_male = job_female = job

    def company(self):
        return self.random.choice(
            (
                f"{self.last_name()} {self.company_suffix()}",
                f"{self.last_name()}-{self.last_name()}",
                f"{self.last_name()}, {self.last_name()} and {self.last_name()}",
            )
        )

    def company_suffix(self):
        return self.random.choice(("Group", "Inc", "LLC", "Ltd", "PLC", "and Sons"))

    def catch_phrase(self):
        return " ".join(self.random.choice(words) for words in PHRASES)

    def bs(self):
        return self.catch_phrase().lower()

    def building_number(self):
        return str(self.random.randint(1, 99_999))

    def street_suffix(self):
        return self.random.choice(STREETS)

    def street_name(self):
        return f"{self.random.choice((self.first_name, self.last_name))()} {self.street_suffix()}"

    def secondary_address(self):
        return f"{self.random.choice(('Apt.', 'Suite'))} {self.random.randint(1, 999):03d}"

    def street_address(self):
        plain = f"{self.building_number()} {self.street_name()}"
        return plain if self.boolean(75) else f"{plain} {self.secondary_address()}"

    def city(self):
        return self.random.choice((f"{self.last_name()}{self.city_suffix()}", f"{self.city_prefix()} {self.first_name()}{self.city_suffix()}"))

    def city_prefix(self):
        return self.random.choice(("East", "Lake", "New", "North", "Port", "South", "West"))

    def city_suffix(self):
        return self.random.choice(TOWNS)

    def state(self):
        return self.random.choice(list(STATES.values()))

    administrative_unit = state

    def state_abbr(self, *args, **kwargs):
        return self.random.choice(list(STATES))

    def zipcode(self):
        return f"{self.random.randint(501, 99_950):05d}"

    postcode = postalcode = zipcode

    def zipcode_plus4(self):
        return f"{self.zipcode()}-{self.random.randint(1, 9999):04d}"

    def address(self):
        return f"{self.street_address()}\n{self.city()}, {self.state_abbr()} {self.zipcode()}"

    def country(self):
        return self.random.choice(list(COUNTRIES.values()))

    current_country = country

    def country_code(self, representation="alpha-2"):
        return self.random.choice(list(COUNTRIES))

    def latitude(self):
        from decimal import Decimal

        return Decimal(f"{self.random.uniform(-90, 90):.7f}")

    def longitude(self):
        from decimal import Decimal

        return Decimal(f"{self.random.uniform(-180, 180):.6f}")

    coordinate = longitude

    def latlng(self):
        return self.latitude(), self.longitude()

    def credit_card_number(self, card_type=None):
        digits = [int(each) for each in self.numerify("4##############")]
        total = sum(each if at % 2 else sum(divmod(2 * each, 10)) for at, each in enumerate(reversed(digits)))
        return "".join(map(str, digits)) + str(-total % 10)

    def credit_card_provider(self, card_type=None):
        return self.random.choice(("American Express", "Diners Club / Carte Blanche", "Discover", "JCB 16 digit", "Maestro", "Mastercard", "VISA 16 digit"))

    def credit_card_security_code(self, card_type=None):
        return self.numerify("###")

    def credit_card_expire(self, start="now", end="+10y", date_format="%m/%y"):
        return self.date_between(start, end).strftime(date_format)

    def credit_card_full(self, card_type=None):
        return f"{self.credit_card_provider()}\n{self.name()}\n{self.credit_card_number()} {self.credit_card_expire()}\nCVC: {self.credit_card_security_code()}\n"

    def currency_code(self):
        return self.random.choice(list(CURRENCIES))

    def currency_name(self):
        return CURRENCIES[self.currency_code()]

    def currency(self):
        return self.random.choice(list(CURRENCIES.items()))

    def bban(self):
        return self.bothify("????##############").upper()

    def iban(self):
        return f"GB{self.numerify('##')}{self.bban()}"

    def swift(self, *args, **kwargs):
        return self.lexify("????GB??").upper()

    def license_plate(self):
        return self.bothify("???-####").upper()

    def simple_profile(self, sex=None):
        chosen = sex or self.random.choice(("F", "M"))
        return {
            "username": self.user_name(),
            "name": self.name_male() if chosen == "M" else self.name_female(),
            "sex": chosen,
            "address": self.address(),
            "mail": self.email(),
            "birthdate": self.date_of_birth(),
        }

    def profile(self, fields=None, sex=None):
        all_of_it = {
            "job": self.job(),
            "company": self.company(),
            "ssn": self.ssn(),
            "residence": self.address(),
            "current_location": self.latlng(),
            "website": [self.url()],
            **self.simple_profile(sex),
        }
        return {key: value for key, value in all_of_it.items() if not fields or key in fields}
