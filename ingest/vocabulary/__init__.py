"""The bundled token vocabulary ``dutch.tiktoken``, and how it was made."""
