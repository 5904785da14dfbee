"""The project's own texts and lists, as data; nothing here runs."""
