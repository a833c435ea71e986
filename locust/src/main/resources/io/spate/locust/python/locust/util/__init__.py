"""Small things that scripts import."""
