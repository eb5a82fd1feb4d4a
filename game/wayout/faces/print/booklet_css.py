"""How does the printed booklet look, on paper and on a screen?"""

LOOK = """
:root { --ink: #23211d; --soft: #5f5b52; --rule: #cfc8ba; --word: #7a4a00; --paper: #fdfcf9; }
* { box-sizing: border-box; }
html { background: var(--paper); }
body { font: 1.0625rem/1.5 Georgia, "Liberation Serif", "DejaVu Serif", serif; max-width: 40rem; margin: 2rem auto;
padding: 0 1rem; color: var(--ink); overflow-wrap: anywhere; hyphens: auto; }
h1, h2, h3, h4 { line-height: 1.25; font-weight: 600; } h1 { font-size: 2.1rem; margin: 0; }
h2 { font-size: 1.5rem; margin: 3rem 0 1rem; } h4 { font-size: 1rem; margin: 1.1rem 0 .3rem; }
p { margin: .5rem 0; } a { color: inherit; } a.term { text-decoration-line: underline;
text-decoration-style: dotted; text-underline-offset: .15em; }
.sub { font-size: 1.15rem; } .soft, .cited, .where { color: var(--soft); font-weight: 400; }
header { border-bottom: 1px solid var(--rule); padding-bottom: 1rem; }
nav ol { list-style: none; padding: 0; } nav li { margin: .35rem 0; display: flex; gap: .6rem; flex-wrap: wrap; }
nav .turn { margin-left: auto; } dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
dt { font-style: italic; color: var(--word); } dd { margin: 0; }
article { margin: 2.2rem 0; padding-top: .9rem; border-top: 1px solid var(--rule); }
article h3 { font-size: 1.3rem; margin: 0 0 .5rem; } .where { font-size: .9rem; margin-left: .6rem; }
.ask { font-weight: 600; margin-top: 1rem; } .ways { list-style: none; padding: 0; margin: .4rem 0; }
.ways li { margin: .5rem 0; padding-left: .9rem; border-left: 2px solid var(--rule); }
.ways a { text-decoration: none; } .turn { font-weight: 600; white-space: nowrap; }
.ways .turn::before { content: "→ "; }
.note { display: block; font-size: .9rem; color: var(--soft); } .when { font-style: italic; }
.if { border-left: 2px solid var(--rule); padding-left: .9rem; } .chosen { color: var(--soft); margin-bottom: .1rem; }
.evidence { color: var(--word); font-style: italic; margin-top: 0; } .how { color: var(--word); font-style: italic;
font-size: .9rem; margin: .7rem 0 0; } .how + p { margin-top: 0; }
.editorial { color: var(--soft); } .mark { font-variant: small-caps; letter-spacing: .03em; }
.cited { font-size: .8rem; } .cited a { text-decoration: none; }
.sheet { border: 1px solid var(--ink); padding: .3rem 1rem .8rem; margin: 1.2rem 0; } .sheet h3 { margin: .4rem 0; }
table { width: 100%; border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: .35rem .6rem;
border-top: 1px solid var(--rule); } th { font-weight: 600; width: 9rem; padding-left: 0; } .room { min-width: 7rem;
height: 2.2rem; } .box { margin-right: 1rem; white-space: nowrap; } .begin { font-weight: 600; font-size: 1.1rem; }
.back ol, .back ul { padding: 0; list-style: none; } .back li { margin: .55rem 0; } #sources li { font-size: .9rem; }
.back li li { margin: .1rem 0 .1rem 1.6rem; color: var(--soft); } .back .n { font-weight: 600; margin-right: .4rem; }
:target { outline: 2px solid var(--word); outline-offset: .5rem; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece8df; --soft: #aaa599; --rule: #4a4740; --word: #e2b567;
--paper: #17181a; } }
@media print {
:root { --ink: #000; --soft: #444; --rule: #999; --word: #000; --paper: #fff; }
html { font-size: 9.5pt; } body { margin: 0; padding: 0; max-width: none; font-size: 1rem; line-height: 1.38; }
h1 { font-size: 22pt; margin-top: 30mm; } h2 { margin: 0 0 4mm; } .how { margin-top: .4rem; }
header { border: 0; break-after: page; } nav, .front, .chapter, .back { break-before: page; }
nav, #not-carried, #about { break-before: auto; } .back + .back { margin-top: 8mm; }
article { break-inside: avoid; margin: 5mm 0; padding-top: 2mm; } article.ending { break-inside: auto; }
h2, h3, h4, .ask, .chosen, .when { break-after: avoid; }
.sheet, li, tr { break-inside: avoid; } p { orphans: 2; widows: 2; } a, a.term { text-decoration: none; }
:target { outline: 0; } .back li { margin: .35rem 0; }
#sources li { font-size: .8rem; line-height: 1.3; }
#sources li li { font-size: 1em; }
.cited { font-size: .74rem; }
.evidence, .how, dt { font-weight: 600; }
@page { @bottom-center { content: counter(page); font: 8pt Georgia, serif; } }
@page :first { @bottom-center { content: ""; } }
}
"""

PAPERS = {
    "a5": "@page { size: A5; margin: 13mm 12mm 15mm; }",
    "a4": "@page { size: A4; margin: 18mm 16mm 18mm; } "
    "@media print { .chapter, .back ol { columns: 2; column-gap: 9mm; } "
    ".chapter > h2, .chapter > p, .sheet { column-span: all; } "
    ".front, #care { break-before: auto; break-inside: avoid; } }",
}
"""The sheets that it is laid out for; on the larger one, sections stand in two columns."""
