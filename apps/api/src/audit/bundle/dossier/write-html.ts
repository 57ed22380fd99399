import { createHash } from 'node:crypto';
import { escapeHtml as escape } from '../../../platform/answers/escape-html';
import type { Block, DossierDocument, Part } from './dossier-document';

const STYLE = `
:root{color-scheme:light;font:16px/1.5 Georgia,'Times New Roman',serif;color:#1b1b1b;background:#fff}
body{max-width:48rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.7rem;line-height:1.25}h2{font-size:1.3rem;margin-top:2.5rem;border-top:1px solid #888;padding-top:.75rem}
h3{font-size:1.05rem;margin:1.5rem 0 .25rem}h4{font-size:1rem;margin:1rem 0 .25rem}
p,li,dd{overflow-wrap:anywhere}td{overflow-wrap:break-word}.quiet{color:#555;font-size:.9rem}
dl{display:grid;grid-template-columns:minmax(8rem,1fr) minmax(0,3fr);gap:.15rem 1.25rem;margin:.5rem 0}
dt{color:#555}dd{margin:0;white-space:pre-line}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.88rem;margin:.75rem 0}
th,td{text-align:start;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #bbb}
.fiction{border:2px solid #8a1c1c;color:#8a1c1c;font-weight:bold;padding:.25rem .75rem;display:inline-block;letter-spacing:.1em}
nav ol{columns:2;column-gap:2rem;font-size:.95rem}nav li{padding:.25rem 0}a{color:#1d4f7c}
@page{size:A4;margin:22mm 20mm}
@media print{body{margin:0;max-width:none}h1,h2,h3,h4{break-after:avoid}dl,tr{break-inside:avoid}thead{display:table-header-group}.wide{overflow:visible}}
`;

/**
 * The dossier as one page that needs nothing else: no script, no picture, no address that is fetched. Every text is escaped
 * and isolated in its direction. The same document gives the same bytes, UTF-8.
 */
export function writeHtml(document: DossierDocument): string {
  const { language, title, fiction, head, parts, words, reference } = document;
  const style = STYLE + pageMarks(document);
  const hash = createHash('sha256').update(style).digest('base64');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
${fiction === null ? '' : `<p class="fiction">${escape(fiction)}</p>\n`}<h1>${isolated(title)}</h1>
${head.map(blockOf).join('\n')}
</header>
<nav aria-labelledby="contents">
<h2 id="contents">${escape(words.contents)}</h2>
<ol>
${parts.map((part, place) => `<li><a href="#part-${String(place + 1)}">${isolated(part.title)}</a></li>`).join('\n')}
</ol>
</nav>
<main>
${parts.map(partOf).join('\n')}
</main>
<footer><p class="quiet">${isolated(reference)}</p></footer>
</body>
</html>
`;
}

function partOf({ title, blocks }: Part, place: number): string {
  const id = `part-${String(place + 1)}`;
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${isolated(title)}</h2>
${blocks.map(blockOf).join('\n')}
</section>`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p${block.isQuiet ? ' class="quiet"' : ''}>${isolated(block.text)}</p>`;
    case 'heading':
      return `<h${String(block.level)}>${isolated(block.text)}</h${String(block.level)}>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${isolated(item)}</li>`).join('')}</ul>`;
    case 'lines':
      return `<dl>${block.lines.map(([label, said]) => `<dt>${isolated(label)}</dt><dd>${isolated(said)}</dd>`).join('')}</dl>`;
    case 'table':
      return `<div class="wide" tabindex="0"><table><thead><tr>${block.columns
        .map((column) => `<th scope="col">${isolated(column)}</th>`)
        .join('')}</tr></thead><tbody>${block.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${isolated(cell)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table></div>`;
  }
}

/** Reference, page numbers and the mark of fiction on each printed page. */
function pageMarks({ reference, fiction, words }: DossierDocument): string {
  return `@page{@bottom-left{content:"${quoted(reference)}"}@bottom-right{content:"${quoted(words.page)} " counter(page) " / " counter(pages)}${
    fiction === null ? '' : `@top-right{content:"${quoted(fiction)}"}`
  }}`;
}

/** For a CSS string inside \`<style>\`: nothing that ends the string or the element. */
const quoted = (said: string): string => said.replace(/["\\\n\r\f<>&]/g, ' ');

/** Whatever way it is written, it turns nothing around it. */
const isolated = (said: string): string => `<bdi>${escape(said)}</bdi>`;
