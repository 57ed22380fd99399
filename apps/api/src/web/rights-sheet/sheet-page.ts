import type { Language, Text } from '@repere/feel';
import type { RightsSheet, SheetLine, SheetNumber } from '@repere/protocol';
import { escapeHtml } from '../../platform/answers/escape-html';
import { both, inBoth, page, renderWords } from './both-languages';
import { SHEET_WORDS } from './sheet-words';

const { exit, print, language: languages, write, adult } = SHEET_WORDS;

/** The sheet as a child sees it: large, one idea a line, about nobody; and the way out, `exitUrl`, always in sight. */
export const sheetPage = (sheet: RightsSheet, exitUrl: string): string =>
  page(
    SHEET_WORDS.title,
    `<header class="bar rp-screen-only">
<a id="exit" href="${escapeHtml(exitUrl)}" rel="nofollow noreferrer" aria-describedby="exit-keys">${both(exit.act)}</a>
<p id="exit-keys">${both(exit.keys)}</p>
${languageButtons()}
</header>
<p id="told" class="rp-out-of-sight" role="status"></p>
${translatedWords()}
<main>
${inBoth((language) => article(sheet, language))}
</main>
<p class="unasked">${both(print.unasked)}</p>
<footer class="rp-screen-only">
<h2>${both(adult)}</h2>
<button id="print" type="button" hidden>${both(print.ask)}</button>
<p class="rp-no-script">${both(print.why)}</p>
<dialog id="before-print" aria-labelledby="before-print-title">
<h2 id="before-print-title">${both(print.title)}</h2>
<p>${both(print.why)}</p>
<p class="rp-quiet">${both(print.basis)}</p>
<form method="dialog">
<button value="print">${both(print.act)}</button>
<button value="no" autofocus>${both(print.not)}</button>
</form>
</dialog>
</footer>`,
  );

/** Each says where it leads, in that language. Without scripts both languages stand there. */
const languageButtons = (): string =>
  inBoth(
    (language) =>
      `<button type="button" class="language" lang="${language}" data-leads-to="${language}" hidden>${renderWords(languages, language)}</button>`,
  );

/** What the script reads out while Shift is pressed. */
const translatedWords = (): string =>
  (['two', 'one', 'over', 'gone'] as const)
    .map((word) => inBoth((language) => translatedWord(word, exit[word], language)))
    .join('\n');

const translatedWord = (word: string, words: Text, language: Language): string =>
  `<span hidden data-word="${word}" lang="${language}">${renderWords(words, language)}</span>`;

function article({ title, parts, calls }: RightsSheet, language: Language): string {
  return `<article lang="${language}" data-said>
<h1>${renderWords(title, language)}</h1>
${parts.map((part) => section(part.title, part.lines.map((line) => lineOf(line, language)).join('\n'), language)).join('\n')}
${section(
  calls.title,
  `${calls.before.map((line) => lineOf(line, language)).join('\n')}
<ul class="numbers">
${calls.numbers.map((it) => numberOf(it, language)).join('\n')}
</ul>`,
  language,
)}
</article>`;
}

const section = (title: Text, content: string, language: Language): string => `<section>
<h2>${renderWords(title, language)}</h2>
${content}
</section>`;

const lineOf = ({ words }: SheetLine, language: Language): string => `<p>${renderWords(words, language)}</p>`;

const numberOf = ({ number, how, words }: SheetNumber, language: Language): string =>
  how === 'call'
    ? `<li><a href="tel:${number}">${number}</a> <span>${renderWords(words, language)}</span></li>`
    : `<li><a href="sms:${number}" aria-label="${renderWords(write, language)} ${number}">${number}</a> <span>${renderWords(words, language)}</span></li>`;
