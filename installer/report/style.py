"""The page's style sheets: one for browsers, and a simpler one for Qt's rich text, which supports less CSS."""

from __future__ import annotations

from typing import Final

BROWSER: Final = """
:root { color-scheme: light dark; --ground: #fff; --around: #f3f4f6; --line: #e1e4e8; --text: #1b1f24; --muted: #57606a;
  --link: #c24a08; --panel: #f6f7f9; --done: #1a7f37; --done-ground: #e9f6ec; --warn: #7a5200; --warn-ground: #fff6dd;
  --bad: #b3261e; --bad-ground: #fdecea; --info: #2f4a66; --info-ground: #eaf0f6 }
@media screen and (prefers-color-scheme: dark) { :root { --ground: #1f1f1f; --around: #161616; --line: #3b3d40;
  --text: #f3f4f5; --muted: #b1b6bc; --link: #ff9a62; --panel: #262728; --done: #5fcb84; --done-ground: #1d3024;
  --warn: #f2c94c; --warn-ground: #352d16; --bad: #ff8f86; --bad-ground: #3a2222; --info: #b7cbe0;
  --info-ground: #25303b } }
* { box-sizing: border-box }
html { background: var(--around); -webkit-text-size-adjust: 100% }
body { margin: 0; color: var(--text); font: 1rem/1.5 "Segoe UI", system-ui, -apple-system, "Noto Sans", sans-serif }
.band { height: 4px; background: linear-gradient(90deg, #e52321, #f9c105); print-color-adjust: exact;
  -webkit-print-color-adjust: exact }
main { max-width: 56rem; margin: 2rem auto; padding: 2.5rem 3rem; background: var(--ground);
  border: 1px solid var(--line); border-radius: 8px }
.product { margin: 0; color: var(--muted); font-weight: 600 }
h1 { font-size: 1.875rem; line-height: 1.2; font-weight: 600; margin: .25rem 0 1rem; overflow-wrap: anywhere }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 600; margin: 2.5rem 0 .75rem }
h3 { font-size: 1rem; font-weight: 600; margin: 1.25rem 0 .25rem }
p, ul, ol { margin: 0 0 .75rem; max-width: 44rem } ul, ol { padding-left: 1.5rem } li { margin-bottom: .25rem }
.state { border-left: 4px solid; padding: .75rem 1rem; border-radius: 0 4px 4px 0; max-width: none }
bdi { overflow-wrap: anywhere } a { color: var(--link) } a:focus-visible { outline: 2px solid; outline-offset: 2px }
code { font-family: Consolas, "Cascadia Mono", "SF Mono", "DejaVu Sans Mono", monospace; font-size: .875em;
  overflow-wrap: anywhere }
code.command { display: block; background: var(--panel); border: 1px solid var(--line); border-radius: 4px;
  padding: .625rem .875rem; margin: .25rem 0 .75rem }
table { border-collapse: collapse; width: 100%; font-size: .9375rem }
th, td { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line) }
tr > :last-child { padding-right: 0 }
.facts th { width: 30%; font-weight: 400; color: var(--muted) }
.grid thead th { color: var(--muted); font-size: .875rem; font-weight: 600; border-bottom: 2px solid var(--line);
  white-space: nowrap }
.grid .first { width: 38% } .grid tbody th { font-weight: 600 }
.small { color: var(--muted); font-weight: 400; font-size: .875rem }
.word { white-space: nowrap } p.after { margin-top: .75rem }
.done { color: var(--done) } .warn { color: var(--warn) } .bad { color: var(--bad) }
.state.is-info { background: var(--info-ground); color: var(--info); border-color: var(--info) }
.state.is-done { background: var(--done-ground); border-color: var(--done) }
.state.is-warn { background: var(--warn-ground); border-color: var(--warn) }
.state.is-bad { background: var(--bad-ground); border-color: var(--bad) }
footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted);
  font-size: .875rem }
footer p { margin: 0 }
@media (max-width: 40rem) { main { margin: 0; padding: 1.5rem 1rem; border-width: 0; border-radius: 0 }
  .facts th { width: 36% } .grid { font-size: .8125rem } .grid thead th, .word { white-space: normal }
  th, td { padding-right: .5rem } }
@page { size: A4; margin: 16mm 18mm }
@media print { html { background: none; font-size: 9.5pt } main { margin: 0; padding: 6mm 0 0; max-width: none;
  border: 0 } h2 { margin-top: 6mm } h2, h3 { break-after: avoid }
  section, tr, li, .state, code.command, h2 + p { break-inside: avoid } h2 + p { break-after: avoid }
  a { color: inherit }
  .state { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
"""
"""All text has a contrast of at least 4.5:1 to its background, in the light and dark scheme."""

PRINTER: Final = """
body { font-family: "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif; font-size: 9.5pt;
  color: #1b1f24 }
.product { color: #57606a; font-weight: 600; margin: 0 }
h1 { font-size: 18pt; font-weight: 600; margin: 2px 0 10px 0 }
h2 { font-size: 12.5pt; font-weight: 600; margin: 20px 0 6px 0 }
h3 { font-size: 9.5pt; font-weight: 600; margin: 10px 0 3px 0 }
p { margin: 0 0 6px 0 }
ul, ol { margin: 0 0 6px 0 }
li { margin: 0 0 2px 0 }
a { color: #c24a08; text-decoration: underline }
code { font-family: Consolas, "SF Mono", "DejaVu Sans Mono", monospace; font-size: 8.5pt }
table { border-collapse: collapse; margin-top: 6px }
th, td { text-align: left; vertical-align: top; padding: 4px 8px 4px 0; border-bottom: 1px solid #e1e4e8 }
.facts th { font-weight: 400; color: #57606a }
.grid thead th { color: #57606a; font-weight: 600; font-size: 8.5pt; border-bottom: 2px solid #e1e4e8 }
.grid tbody th { font-weight: 600 }
.small { color: #57606a; font-weight: 400; font-size: 8.5pt }
.done { color: #1a7f37 } .warn { color: #7a5200 } .bad { color: #b3261e }
.after { margin-top: 8px }
footer p { color: #57606a; font-size: 8.5pt; margin-top: 16px }
"""
"""Uses only the CSS 2.1 that Qt's rich text supports (Qt, Supported HTML Subset)."""
