"""Every error that a person can meet, one sentence a class.

WieWatWanneerError
├── UsageError                asked wrongly: exit status 2
│   ├── UnknownDocument
│   ├── UnknownAction
│   ├── UnknownStakeholder
│   ├── UnknownTheme
│   ├── NoComparison          one party compared with itself, or none with anything
│   ├── NoAgenda              a document that holds none
│   ├── NotProven             a status without words that prove it
│   ├── BadCorrection         a correction that cannot be made, by the number of its row
│   ├── QuestionError         empty, or too long to be a question
│   └── SettingsError
├── ReadError                 a file that cannot be read; the rest of the batch goes on
│   ├── DamagedFile
│   ├── EncryptedFile
│   ├── EmptyFile
│   ├── TooLarge
│   └── UnsupportedFormat
├── FetchError                an address that did not give the document
└── StorageError              the data folder cannot be used
    ├── NewerData             written by a newer version
    ├── OtherEmbedder         the vectors were made by another embedder
    ├── DamagedIndex          an index that can be made anew from the library
    ├── ReadOnlyData
    └── DiskFull

Each message is one sentence that says what is wrong, where, and what to do: a Dutch one, which ``said`` gives in the
language of a catalogue. Foreign errors are translated where they enter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.domain.phrases import Phrase, joined


class WieWatWanneerError(Exception):
    """The root. ``sentence`` has named gaps, which ``details`` fill; a detail may be a ``Phrase`` itself."""

    def __init__(self, sentence: str, /, **details: object) -> None:
        self.sentence = Phrase(sentence, **details)
        super().__init__(self.sentence)

    def said(self, sentences: Mapping[str, str]) -> str:
        """The sentence in another language, by a catalogue of Dutch templates; Dutch where it has none."""
        return self.sentence.said(sentences)


class UsageError(WieWatWanneerError):
    """The call or the question was not of the right form."""


class UnknownDocument(UsageError):
    """No document of that id is in the library."""


class UnknownAction(UsageError):
    """No agenda in the library has an action of that id."""


class UnknownStakeholder(UsageError):
    """Neither a known party nor an owner of any action has that name."""


class UnknownTheme(UsageError):
    """No theme has that id or title."""


class NoComparison(UsageError):
    """There is nothing to compare: fewer than two parties, or one of them twice."""


class NoAgenda(UsageError):
    """The document holds no agenda."""


class NotProven(UsageError):
    """The words that should prove a status do not stand in the document."""


class BadCorrection(UsageError):
    """Corrections name no known action or column, or give a value that cannot be used.

    ``problems`` has the place of each among those that were given, from 0, with the sentence that says what is wrong.
    """

    def __init__(self, problems: Sequence[tuple[int, str]]) -> None:
        super().__init__("{problems}", problems=joined(" ", [sentence for _, sentence in problems]))
        self.problems = tuple(problems)


class QuestionError(UsageError):
    """The text cannot be taken as a question."""


class SettingsError(UsageError):
    """A setting has a value that cannot be used."""


class ReadError(WieWatWanneerError):
    """A file or address could not be read; nothing of it was kept."""


class DamagedFile(ReadError):
    """The file is broken or cut off."""


class EncryptedFile(ReadError):
    """The file needs a password."""


class EmptyFile(ReadError):
    """The file holds nothing."""


class TooLarge(ReadError):
    """The file is larger, or inflates to more, than is safe to read."""


class UnsupportedFormat(ReadError):
    """The file is of a kind that no reader knows."""


class FetchError(ReadError):
    """The address did not give the document that it should."""


class StorageError(WieWatWanneerError):
    """The data folder cannot be used as it is."""


class NewerData(StorageError):
    """The data folder was written by a newer version of the program."""


class OtherEmbedder(StorageError):
    """The vectors were made by another embedder than the one that is set."""


class DamagedIndex(StorageError):
    """An index cannot be read any more; all that it held can be made anew from the library."""


class ReadOnlyData(StorageError):
    """The data folder cannot be written to."""


class DiskFull(StorageError):
    """There is no room left where the data folder is."""
