import { formatDate, type Language, type Text } from '@repere/feel';
import type { RightsSheet, SheetLine, Source, Sources } from '@repere/protocol';
import { escapeHtml } from '../../platform/answers/escape-html';
import { inBoth, page, renderWords } from './both-languages';
import { SHEET_WORDS } from './sheet-words';

const { grounds } = SHEET_WORDS;

/** For the worker and the lawyer: the same lines, each with its grounds and how surely they are known. */
export const groundsPage = (sheet: RightsSheet, sources: Sources): string =>
  page(grounds.page, `<main>\n${inBoth((language) => article(sheet, sources, language))}\n</main>`);

function article({ parts, calls }: RightsSheet, sources: Sources, language: Language): string {
  const sections = [
    ...parts.map(({ title, lines }) => [title, lines] as const),
    [calls.title, [...calls.before, ...calls.numbers]] as const,
  ];
  return `<article class="grounds" lang="${language}" data-said>
<h1>${renderWords(grounds.title, language)}</h1>
<p>${renderWords(grounds.lead, language)}</p>
${sections.map(([title, lines]) => section(title, lines, sources, language)).join('\n')}
</article>`;
}

const section = (
  title: Text,
  lines: readonly SheetLine[],
  sources: Sources,
  language: Language,
): string => `<section>
<h2>${renderWords(title, language)}</h2>
<dl>
${lines
  .map(
    ({ words, basis }) =>
      `<dt>${renderWords(words, language)}</dt>${basis.map((code) => `<dd>${ground(code, sources[code], language)}</dd>`).join('')}`,
  )
  .join('\n')}
</dl>
</section>`;

function ground(code: string, source: Source | undefined, language: Language): string {
  const name = `<strong>${escapeHtml(code)}</strong>`;
  if (!source) return `${name} ${renderWords(grounds.own, language)}`;
  const { title, confidence, lines, inForce, source: place } = source;
  const more = [
    ...(confidence ? [renderWords(grounds.confidence[confidence], language)] : []),
    ...(lines ? [`${renderWords(grounds.lines, language)} ${escapeHtml(lines)}`] : []),
    ...(inForce ? [`${renderWords(grounds.inForce, language)} ${formatDate(inForce, language)}`] : []),
    ...(place ? [escapeHtml(place)] : []),
  ];
  return [`${name} ${renderWords(title, language)}`, ...more].join(' · ');
}
