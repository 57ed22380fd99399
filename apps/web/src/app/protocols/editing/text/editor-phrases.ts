/** The editor's own words, English → key of the dictionary. */
const PHRASES = {
  Find: 'find',
  Replace: 'replace-by',
  next: 'next',
  previous: 'previous',
  all: 'all',
  'match case': 'match-case',
  regexp: 'regexp',
  'by word': 'by-word',
  replace: 'replace',
  'replace all': 'replace-all',
  close: 'close',
  'Go to line': 'go-to-line',
  go: 'go',
  'No diagnostics': 'no-problems',
  Diagnostics: 'problems',
  Completions: 'completions',
  'current match': 'current-match',
  'on line': 'on-line',
} as const;

export function editorPhrases(t: (key: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(PHRASES).map(([english, key]) => [english, t(`editing.editor.${key}`)]),
  );
}
