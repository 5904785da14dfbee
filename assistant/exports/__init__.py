"""What the exports of all registers share: the forms in which an office takes a table."""
