"""Names of the client below FastHttpUser, for files that give it settings."""
