"""What can be wrong with a file, as named errors whose one-line message says what to do about it."""

from __future__ import annotations


class DocumentError(Exception):
    """A file that cannot become a document; its text is meant for the person who sent the file."""


class EmptyFile(DocumentError):
    def __init__(self) -> None:
        super().__init__("The file is empty. Choose a file that holds text.")


class NotText(DocumentError):
    def __init__(self) -> None:
        super().__init__("The file is not text. Save the document as plain text or Markdown and send that file.")


class UnknownEncoding(DocumentError):
    def __init__(self) -> None:
        super().__init__("The file's character encoding cannot be told. Save it again as UTF-8.")


class TooLarge(DocumentError):
    def __init__(self, size: int, limit: int) -> None:
        super().__init__(
            f"The file has {size / 1e6:.1f} MB, more than the {limit / 1e6:.1f} MB allowed. Split it or send the text alone."
        )


class UnknownFormat(DocumentError):
    def __init__(self, name: str, known: str) -> None:
        shown = name if len(name) <= 80 else name[:77] + "..."
        super().__init__(f"No reader knows the format of {shown!r}. Send one of these: {known}.")


class OtherFormat(DocumentError):
    """What the bytes are is known, and no reader reads it."""

    def __init__(self, what: str, instead: str) -> None:
        super().__init__(f"The file is {what}, which cannot be read here. {instead}")


class WrongEnding(DocumentError):
    def __init__(self, ending: str) -> None:
        super().__init__(
            f"The file's name ends in {ending}, but its content is something else. "
            "Export the document again, or give the file the ending of what it is."
        )


class Damaged(DocumentError):
    def __init__(self, kind: str) -> None:
        super().__init__(f"The {kind} file is damaged. Open it in its own program, save it anew and send that file.")


class Encrypted(DocumentError):
    def __init__(self, kind: str) -> None:
        super().__init__(f"The {kind} file is protected by a password. Remove the protection and send it again.")


class NoTextLayer(DocumentError):
    def __init__(self) -> None:
        super().__init__("The PDF holds pictures of pages and no text. Run text recognition (OCR) on it and send that.")


class DeclaresEntities(DocumentError):
    def __init__(self, kind: str) -> None:
        super().__init__(
            f"The {kind} file declares entities of its own, which is never needed and refused as unsafe. "
            "Save it anew with an ordinary program."
        )


class Overfull(DocumentError):
    def __init__(self, kind: str, limit: int) -> None:
        super().__init__(
            f"The {kind} file unpacks to more than {limit / 1e6:.0f} MB. Take out pictures, or send the text alone."
        )


class TooDeep(DocumentError):
    def __init__(self) -> None:
        super().__init__("The HTML is nested too deeply to be a text. Save the page again as plain HTML or as text.")


class NoText(DocumentError):
    def __init__(self, kind: str) -> None:
        super().__init__(f"The {kind} file holds no text. Send a file that holds the document itself.")


class TooSlow(DocumentError):
    def __init__(self, seconds: int) -> None:
        super().__init__(f"The file could not be converted within {seconds} seconds. Split it, or send the text alone.")


class OutOfMemory(DocumentError):
    def __init__(self) -> None:
        super().__init__("The file needs more memory than a conversion may use. Split it, or send the text alone.")


class ConversionFailed(DocumentError):
    def __init__(self) -> None:
        super().__init__("The file could not be converted. Save it in another format, or as plain text, and send that.")
