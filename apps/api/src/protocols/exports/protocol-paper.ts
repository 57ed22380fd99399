import {
  describeStep,
  type ProtocolDocument,
  type SharedDocument,
  type Sources,
  type StepDefinition,
} from '@repere/protocol';
import type { Text } from '@repere/feel';
import { CONFIDENCE_WORDS, ORIGIN_WORDS } from '@repere/protocol';
import { NUMBERS, PAPER_WORDS } from './paper-words';

export type PaperLanguage = 'fr' | 'en';

/** A published version, for its papers. */
export interface PrintedVersion {
  readonly document: ProtocolDocument;
  readonly hash: string;
  readonly publishedAt: Date;
}

/** What surrounds it. */
export interface Printed {
  readonly shared: Pick<SharedDocument, 'facts'>;
  readonly sources: Sources;
  readonly language: PaperLanguage;
}

const MOST_STEPS = 9;
const MOST_SAFEGUARDS = 6;
/** Deadlines that the pocket knows: at once, within the day, within some hours. */
const SOON = /^(at once|end of day|\d+ hours?|1 day)$/;

/** What `protocol.typ` prints: every step in words, outcomes, safeguards, sources. Plain strings. */
export function protocolPaper(version: PrintedVersion, { shared, sources, language }: Printed) {
  const { document } = version;
  const say = (text: Text): string => text[language];
  const formatAll = (texts: readonly Text[], between = ' · '): string | null =>
    texts.length > 0 ? texts.map(say).join(between) : null;
  return {
    ...head(version, language),
    purpose: say(document.purpose),
    hash: `SHA-256 ${version.hash}`,
    steps: document.steps.map((step) => {
      const { who, after, due, second, suspended, asks, refuses, flags } = describeStep(
        document,
        shared,
        step,
      );
      return {
        code: step.code,
        title: say(step.title),
        who: say(who),
        after: after && say(after),
        due: due && say(due.text),
        origin: due && say(ORIGIN_WORDS[due.origin]),
        second: second && say(second),
        suspended: suspended && say(suspended),
        asks: formatAll(asks),
        refuses: formatAll(refuses, ' '),
        flags: formatAll(flags, ' '),
        guidance: step.guidance ? sentences(say(step.guidance)) : [],
        basis: step.basis.join(', '),
      };
    }),
    outcomes: document.outcomes
      .filter(({ id }, place) => document.outcomes.findIndex((it) => it.id === id) === place)
      .map(({ title, note }) => ({ title: say(title), note: note ? say(note) : null })),
    safeguards: document.safeguards.flatMap(({ title, basis }) =>
      title ? [{ title: say(title), basis: basis.join(', ') }] : [],
    ),
    sources: citedCodes(document).flatMap((code) => {
      const source = sources[code];
      if (!source) return [];
      const { title, confidence, lines } = source;
      const known = confidence ? say(CONFIDENCE_WORDS[confidence]) : '';
      return [{ code, title: say(title), confidence: lines ? `${linesWord[language]} ${lines}` : known }];
    }),
  };
}

/** What `card.typ` prints: what comes first, whom to call, what never changes. */
export function pocketCard(version: PrintedVersion, { shared, language }: Omit<Printed, 'sources'>) {
  const { document } = version;
  const say = (text: Text): string => text[language];
  return {
    ...head(version, language),
    steps: firstSteps(document).map((step) => {
      const { due } = describeStep(document, shared, step);
      return {
        title: say(step.title),
        due: due && say(due.text),
        origin: due && say(ORIGIN_WORDS[due.origin]),
      };
    }),
    numbers: NUMBERS.map(({ number, what }) => ({ number, what: say(what) })),
    safeguards: document.safeguards
      .flatMap(({ title }) => (title ? [say(title)] : []))
      .slice(0, MOST_SAFEGUARDS),
  };
}

/** Steps that are soon due or protect come before others; as many as the card holds, in the order of the protocol. */
function firstSteps({ steps }: ProtocolDocument): readonly StepDefinition[] {
  const isOurs = ({ kind }: StepDefinition) => kind !== 'recorded-act';
  const isSoon = ({ due }: StepDefinition) => due?.owner === 'ours' && SOON.test(due.within);
  const isFirst = (step: StepDefinition) => isSoon(step) || step.protective;
  const chosen = new Set([...steps.filter(isFirst), ...steps.filter(isOurs)]);
  const kept = new Set([...chosen].slice(0, MOST_STEPS));
  return steps.filter((step) => kept.has(step));
}

function head({ document, publishedAt }: PrintedVersion, language: PaperLanguage) {
  const day = publishedAt.toISOString().slice(0, 10);
  const about = {
    fr: `Version ${document.version}, publiée le ${frenchDay(day)}`,
    en: `Version ${document.version}, published on ${day}`,
  };
  return {
    language,
    code: document.code,
    title: document.title[language],
    version: document.version,
    about: about[language],
    date: day.split('-').map(Number),
    words: Object.fromEntries(Object.entries(PAPER_WORDS).map(([key, text]) => [key, text[language]])),
  };
}

const frenchDay = (day: string): string => day.split('-').reverse().join('/');

const linesWord = { fr: 'rapport, lignes', en: 'report, lines' } as const;

/** One sentence a line, as on screen. */
function sentences(guidance: string): readonly string[] {
  return guidance
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function citedCodes({ basis, steps, safeguards }: ProtocolDocument): readonly string[] {
  const all = [
    basis,
    ...steps.flatMap((step) => [
      step.basis,
      step.due?.basis ?? [],
      ...[...step.requires, ...step.flags].map((it) => it.basis),
    ]),
    ...safeguards.map((it) => it.basis),
  ].flat();
  return [...new Set(all)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}
