"""Every error the program raises on purpose.

OnrecordError
├── UsageError            the call itself is wrong (exit code 2)
│   └── MovedError        somebody else decided meanwhile; nothing was changed
├── ReportError           one report cannot be read or coded; the batch goes on (exit code 1 at its end)
│   ├── EmptyReport
│   ├── BinaryReport
│   ├── UndecodableReport
│   ├── OversizedReport
│   ├── UnreadableFile
│   ├── ForgottenReport   its words were erased from the book on purpose
│   ├── QuarantinedReport it ended its worker, or took too long, twice
│   ├── FetchError        an address that cannot or may not be fetched
│   ├── Unfetched         an address that is recorded and was not to be fetched
│   └── BadRecord         a line of a JSONL file or a sidecar that is not what it should be
├── BookError             the book cannot be opened, read or written
├── WorkerError           the processes that code a batch cannot be started
└── ModelError            the language model is missing or broken

A message starts with the name of the file or report it is about and ends with what to do.
"""


class OnrecordError(Exception):
    """Base of every error raised on purpose. `code` is the word to search the documentation for."""

    code = "onrecord"


class UsageError(OnrecordError):
    """The call is wrong: an impossible date, an unknown option value."""

    code = "usage"


class MovedError(UsageError):
    """Somebody else decided between what a person saw and what they sent; nothing was changed."""

    code = "moved"


class ReportError(OnrecordError):
    """One report cannot be read or coded; the rest of a batch goes on."""

    code = "report"


class EmptyReport(ReportError):
    """A file without any text."""

    code = "empty"


class BinaryReport(ReportError):
    """A file that is not text or HTML."""

    code = "binary"


class UndecodableReport(ReportError):
    """Bytes in no encoding that could be recognised."""

    code = "encoding"


class OversizedReport(ReportError):
    """A report over the size limit."""

    code = "size"


class UnreadableFile(ReportError):
    """A file or folder the system refuses to open."""

    code = "unreadable"


class FetchError(ReportError):
    """An address that cannot or may not be fetched; the message says why, without the address."""

    code = "fetch"


class Unfetched(ReportError):
    """An address that is recorded and was not to be fetched."""

    code = "unfetched"


class BadRecord(ReportError):
    """A JSONL line or a sidecar file that does not hold what the manual asks for."""

    code = "record"


class ForgottenReport(ReportError):
    """A report whose words were erased from the book, and are not to come back."""

    code = "forgotten"


class QuarantinedReport(ReportError):
    """A report that ended the process that coded it, or took too long, each time it was tried."""

    code = "quarantined"


class BookError(OnrecordError):
    """The book (database) cannot be opened, read or written."""

    code = "book"


class WorkerError(OnrecordError):
    """The processes that code a batch cannot be started."""

    code = "workers"


class ModelError(OnrecordError):
    """The language model cannot be loaded."""

    code = "model"
