"""The page that the browser shows after Microsoft has redirected it to this computer."""

from __future__ import annotations

from html import escape

from installer.texts.language import language, translate

_PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><style>
:root {{ color-scheme: light dark }}
body {{ font: 17px/1.5 "Segoe UI", system-ui, sans-serif; margin: 0; display: grid; min-height: 100vh;
 place-items: center }}
main {{ max-width: 30rem; padding: 2rem; border-top: 4px solid;
 border-image: linear-gradient(90deg, #e52321, #f9c105) 1 }}
h1 {{ font-size: 1.5rem; font-weight: 600; margin: .5rem 0 }}
</style></head><body><main><h1>{title}</h1><p>{text}</p></main></body></html>
"""


def landing(accepted: bool) -> str:
    """A complete HTML page without scripts or external references, for an accepted or a refused sign-in."""
    if accepted:
        title = translate("Landing", "You can close this tab")
        text = translate("Landing", "Microsoft’s answer has arrived. Go back to GLIMPS ODSP Setup to continue.")
    else:
        title = translate("Landing", "The sign-in was not completed")
        text = translate("Landing", "Nothing was changed. Go back to GLIMPS ODSP Setup to see why and to try again.")
    return _PAGE.format(lang=language(), title=escape(title), text=escape(text))
