import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  type BundleReport,
  CHECK_WORDS,
  checkBundle,
  faultToName,
  NEVER_PROVEN,
  type BothLanguages,
  formatVerdict,
} from '@repere/audit';
import type { Command, Print } from '../command';
import { inflate, sha256, verifySignature } from './node-crypto';

const EXIT: Readonly<Record<BundleReport['verdict'], number>> = {
  sound: 0,
  tampered: 1,
  unreadable: 2,
  'unknown-signer': 3,
  exercise: 4,
};
const MARK = { ok: '✓', failed: '✗', 'not-possible': '–' } as const;

/**
 * Verifies an audit bundle, without server, database or network: 0 when it is sound and signed by the key or checkpoint that was
 * given, 1 when it was tampered with (the act and what differs are named), 2 when it can't be read, 3 when it is only consistent
 * with itself: nothing given says who signed it, 4 when it is as sound and of a training space: nothing in it happened.
 */
export const verifyBundle: Command = (args, print) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      pinned: { type: 'string' },
      key: { type: 'string' },
      json: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'fr' },
    },
    allowPositionals: true,
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new Error('One bundle: repere verify bundle.zip');
  if (values.lang !== 'fr' && values.lang !== 'en') throw new Error('--lang is fr or en');
  const report = checkBundle(readFileSync(path), {
    sha256,
    verifySignature,
    inflate,
    now: Date.now(),
    pinned: {
      ...(values.pinned !== undefined && { checkpoint: readFileSync(values.pinned, 'utf8') }),
      ...(values.key !== undefined && { key: keyFrom(values.key) }),
    },
  });
  if (values.json) print(JSON.stringify(report, null, 2));
  else printReport(report, values.lang, print);
  return EXIT[report.verdict];
};

/** The key itself, or the file that holds it. */
const keyFrom = (told: string): string => (existsSync(told) ? readFileSync(told, 'utf8').trim() : told);

const TITLES = {
  limits: { fr: 'Ce qui n’a pas été vérifié', en: 'What was not checked' },
  never: { fr: 'Ce qu’aucune vérification ne prouve', en: 'What no verification proves' },
} as const;

function printReport(report: BundleReport, lang: 'fr' | 'en', print: Print): void {
  const { word, sentence } = formatVerdict(report);
  print(word[lang].toUpperCase());
  print(sentence[lang]);
  const place = faultToName(report)?.file;
  if (place !== undefined) print(`→ ${place}`);
  if (report.verdict !== 'unreadable') {
    print('');
    for (const { check, outcome, said } of report.checks)
      print(`${MARK[outcome]} ${CHECK_WORDS[check][lang]} — ${said[lang]}`);
  }
  const list = (title: BothLanguages, items: readonly BothLanguages[]): void => {
    if (items.length === 0) return;
    print(`\n${title[lang]}`);
    for (const item of items) print(`- ${item[lang]}`);
  };
  list(TITLES.limits, report.limits);
  if (report.verdict !== 'tampered' && report.verdict !== 'unreadable') list(TITLES.never, NEVER_PROVEN);
}
