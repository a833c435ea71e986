"""What is raised."""


class BaseFakerException(Exception):
    pass


class UniquenessException(BaseFakerException):
    pass


class UnsupportedFeature(BaseFakerException):
    pass
