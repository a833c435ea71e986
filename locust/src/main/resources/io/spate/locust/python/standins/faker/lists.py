"""What names, places and texts are made of."""

FIRST_MALE = "James Robert John Michael David William Richard Joseph Thomas Christopher Daniel Matthew Anthony Mark Steven Andrew Paul Joshua Kevin Brian George Timothy Edward Jason Jeffrey Ryan Jacob Nicholas Gary Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander".split()
FIRST_FEMALE = "Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Sandra Ashley Emily Kimberly Margaret Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Dorothy Amy Kathleen Angela Shirley Brenda Emma Anna Pamela Nicole Samantha Katherine".split()
LAST = "Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts".split()
WORDS = "able account action address after again agree air all allow already although always among amount animal answer appear apply area argue around art ask attack author away baby back bad bag bank bar base be beat because become before begin behind believe best better big bill blood blue board body book born both box boy bring brother build business but buy call can car card care carry case cause center century certain chair change check child choose city civil claim class clear close cold color come common company compare computer consider contain cost could country couple course cover create cut dark data daughter day deal decide deep degree describe design detail develop die difference dinner direction do doctor door down draw dream drive drop during each early east easy eat economy edge education effect eight either election else end enjoy enough enter entire environment even evening event ever every evidence exactly example exist expect explain eye face fact fall family far fast father fear feel few field fight figure fill film final find fine finish fire firm first fish five floor fly focus follow food foot force foreign forget form former forward four free friend from front full fund future game garden general get girl give glass go goal good great green ground group grow guess hair half hand happen happy hard have he head health hear heart heat help her here high history hit hold home hope hospital hot hour house how huge human hundred".split()
STREETS = "Avenue Branch Bridge Brook Circle Corner Court Cove Creek Crossing Drive Estate Fall Field Forest Garden Green Grove Harbor Heights Hill Island Junction Knoll Lake Lane Light Loop Manor Meadow Mill Park Path Pine Place Plaza Point Ridge River Road Square Station Street Summit Terrace Trail Valley View Village Walk Way Well".split()
TOWNS = "berg borough burgh bury chester fort furt haven land mouth port shire side stad ton town view ville".split()
STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado", "CT": "Connecticut",
    "DE": "Delaware", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa",
    "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan",
    "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio",
    "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota",
    "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia",
    "WI": "Wisconsin", "WY": "Wyoming",
}
COUNTRIES = {
    "AR": "Argentina", "AT": "Austria", "AU": "Australia", "BE": "Belgium", "BR": "Brazil", "CA": "Canada", "CH": "Switzerland",
    "CL": "Chile", "CN": "China", "CO": "Colombia", "CZ": "Czechia", "DE": "Germany", "DK": "Denmark", "EG": "Egypt", "ES": "Spain",
    "FI": "Finland", "FR": "France", "GB": "United Kingdom", "GR": "Greece", "HU": "Hungary", "IE": "Ireland", "IN": "India",
    "IT": "Italy", "JP": "Japan", "KE": "Kenya", "KR": "Korea", "MX": "Mexico", "NG": "Nigeria", "NL": "Netherlands", "NO": "Norway",
    "NZ": "New Zealand", "PE": "Peru", "PH": "Philippines", "PL": "Poland", "PT": "Portugal", "RO": "Romania", "SE": "Sweden",
    "SG": "Singapore", "TH": "Thailand", "TR": "Turkey", "UA": "Ukraine", "US": "United States of America", "VN": "Vietnam",
    "ZA": "South Africa",
}
JOBS = ["Accountant", "Actuary", "Architect", "Baker", "Barrister", "Botanist", "Building surveyor", "Chemist", "Civil engineer", "Copywriter", "Dentist", "Economist", "Editor", "Electrical engineer", "Fashion designer", "Financial planner", "Geologist", "Graphic designer", "Illustrator", "Interpreter", "Journalist", "Librarian", "Mechanical engineer", "Midwife", "Musician", "Nurse", "Optometrist", "Paramedic", "Pharmacist", "Photographer", "Physicist", "Pilot", "Press officer", "Psychologist", "Recruitment consultant", "Social worker", "Software engineer", "Solicitor", "Surgeon", "Teacher", "Translator", "Veterinary surgeon", "Web designer"]
COLORS = "AliceBlue Aqua Azure Beige Black Blue Brown Chocolate Coral Crimson Cyan Fuchsia Gold Gray Green Indigo Ivory Khaki Lavender Lime Linen Magenta Maroon Navy Olive Orange Orchid Pink Plum Purple Red Salmon Sienna Silver SkyBlue Tan Teal Tomato Turquoise Violet Wheat White Yellow".split()
CURRENCIES = {"AUD": "Australian dollar", "BRL": "Brazilian real", "CAD": "Canadian dollar", "CHF": "Swiss franc", "CNY": "Renminbi", "DKK": "Danish krone", "EUR": "Euro", "GBP": "Pound sterling", "INR": "Indian rupee", "JPY": "Japanese yen", "KRW": "South Korean won", "MXN": "Mexican peso", "NOK": "Norwegian krone", "PLN": "Polish zloty", "SEK": "Swedish krona", "USD": "United States dollar", "ZAR": "South African rand"}
ZONES = ["Africa/Cairo", "Africa/Nairobi", "America/Bogota", "America/Chicago", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney", "Europe/Berlin", "Europe/London", "Europe/Paris", "Pacific/Auckland", "UTC"]
LOCALES = ["de_DE", "en_GB", "en_US", "es_ES", "fr_FR", "it_IT", "ja_JP", "nl_NL", "pl_PL", "pt_BR", "sv_SE", "zh_CN"]
AGENTS = [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{0}.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.{1} Safari/605.1.15",
    "Mozilla/5.0 (X11; Linux x86_64; rv:{0}.0) Gecko/20100101 Firefox/{0}.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_{1} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.{1} Mobile/15E148 Safari/604.1",
]
FILES = {"audio": ["mp3", "wav", "flac"], "image": ["png", "jpg", "gif"], "office": ["docx", "xlsx", "pdf"], "text": ["txt", "csv", "json"], "video": ["mp4", "mov", "webm"]}
TYPES = ["application/json", "application/pdf", "application/xml", "audio/mpeg", "image/jpeg", "image/png", "text/csv", "text/html", "text/plain", "video/mp4"]
PHRASES = (
    "Adaptive Automated Balanced Compatible Customizable Distributed Enhanced Extended Focused Innovative Integrated Managed Optimized Profound Reduced Robust Seamless Secured Streamlined Universal".split(),
    "analyzing asynchronous bifurcated client-driven coherent composite contextual dedicated dynamic fault-tolerant global high-level hybrid incremental logistical modular national optimal real-time scalable".split(),
    "ability access adapter algorithm alliance analyzer application approach archive architecture array benchmark capability capacity challenge circuit collaboration complexity concept core database matrix framework interface network policy protocol solution strategy structure".split(),
)
