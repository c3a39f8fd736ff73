"""Word documents, through mammoth, with what mammoth passes over read beside it."""

import io

import mammoth

from cms.content.importing.archive import checked
from cms.content.importing.pieces import Remark
from cms.content.importing.refusal import DocumentRefused
from cms.content.importing.source import SourceText
from cms.content.importing.wordtext import beside_the_text, lines_of_word, main_part, remarks_on_word

TITLE_CLASS = "title-of-the-document"
STYLES = f"""
p[style-name='Title'] => h1.{TITLE_CLASS}:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='heading 7'] => h6:fresh
p[style-name='heading 8'] => h6:fresh
p[style-name='heading 9'] => h6:fresh
"""


def read_word(content: bytes) -> SourceText:
    """Read a .docx from its bytes.

    A style map inside the file is not followed: it could order text to be left out. Nothing
    outside the file is opened. Raises DocumentRefused for what is not a sound Word document.
    """
    archive = checked(content)
    try:
        if not main_part(archive):
            raise DocumentRefused(["The file is an archive but not a Word document."])
        result = mammoth.convert_to_html(
            io.BytesIO(content),
            style_map=STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=mammoth.images.img_element(lambda image: {"src": ""}),
        )
        lines, remarks, beside = lines_of_word(archive), remarks_on_word(archive), beside_the_text(archive)
    except DocumentRefused:
        raise
    except RecursionError as deep:
        raise DocumentRefused(["The document is nested too deeply to be a text for readers."]) from deep
    except Exception as broken:  # mammoth lets every kind of error through
        raise DocumentRefused([f"The Word document is damaged and cannot be read ({broken})."]) from broken
    warnings = tuple(Remark(0, f"Word: {message.message}.") for message in result.messages)
    return SourceText("docx", result.value, lines, remarks + warnings, beside)
