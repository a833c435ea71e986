"""Clients under their old names."""
