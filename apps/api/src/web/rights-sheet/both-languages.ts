import type { Language, Text } from '@repere/feel';
import { escapeHtml } from '../../platform/answers/escape-html';

export const LANGUAGES: readonly Language[] = ['fr', 'en'];

/** Signs keep to their word, so that no line begins with one. */
const typeset = (said: string): string =>
  said.replace(/ (?=[:;?!»])/g, '\u00A0').replace(/(?<=«) /g, '\u00A0');

/** Words in one language, as HTML. */
export const renderWords = (words: Text, language: Language): string => escapeHtml(typeset(words[language]));

/** The same element once in each language; the page's style shows the one that is wanted, without scripts both. */
export const inBoth = (write: (language: Language) => string): string => LANGUAGES.map(write).join('\n');

/** Words in both languages, within a line. */
export const both = (words: Text): string =>
  inBoth((language) => `<span lang="${language}" data-said>${renderWords(words, language)}</span>`);

/** A whole page around its body: our own style and scripts, nothing inline, nothing from elsewhere. */
export const page = (title: Text, body: string): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title data-en="${renderWords(title, 'en')}">${renderWords(title, 'fr')}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/feuille.css">
<script src="/appearance.js"></script>
<script src="/feuille.js"></script>
</head>
<body>
${body}
</body>
</html>
`;
