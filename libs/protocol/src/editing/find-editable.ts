import type { Text } from '@repere/feel';
import type { Problem } from '../documents/document';
import { readStamps, stateOf, type StampState } from '../translation/stamp';
import { findWords } from '../translation/translation';
import type { Path, Position, YamlSource } from '../yaml/yaml-source';
import { type CodesPlace, codesPlace } from './change-codes';
import { readOnce } from './read-once';

/** The two texts that a form changes. */
export interface EditedTexts {
  readonly french: string;
  /** `en.yaml` beside it; empty: there is none. */
  readonly english: string;
}

/** A sentence in both languages, and where each stands. */
export interface EditableSentence {
  /** `steps.danger.title`: the same in both files. */
  readonly key: string;
  /** What it is to its subject: `title`, `guidance`, `because`, a code… */
  readonly name: string;
  readonly fr: string;
  readonly en: string;
  /** `inline`: both stand in the protocol itself, and are changed together. */
  readonly state: StampState | 'missing' | 'inline';
  /** Where the French is written. */
  readonly at: Path;
  /** Where its English belongs in `en.yaml`; written beside the French where it is `inline`. */
  readonly englishAt: Path;
  /** From 1. */
  readonly line: number;
}

/** The deadline of a step as it is written; what is not a word is not shown. */
export interface EditableDeadline {
  readonly within: string;
  readonly from: string;
  readonly origin: string;
  readonly basis: readonly string[];
  readonly line: number;
}

/** A step's choice of a shared list: of reasons for a value that it decides, or for which it may be waived. */
export interface EditableReasons {
  /** The value decided; `null`: the reasons to waive the step. */
  readonly value: string | null;
  readonly list: string;
  readonly at: Path;
  readonly line: number;
  /** Whether the protocol writes that list itself. */
  readonly isOwn: boolean;
}

/** What a form is about: the protocol, a step, a question, a list of reasons of its own, an outcome, a safeguard. */
export interface EditableSubject {
  readonly kind: 'protocol' | 'steps' | 'facts' | 'reasons' | 'outcomes' | 'safeguards';
  readonly id: string;
  readonly at: Path;
  readonly line: number;
  /** The part of parts.yaml that it uses: its sentences are changed there. */
  readonly part: string | null;
  readonly sentences: readonly EditableSentence[];
  /** `null`: none yet. Only steps may have one. */
  readonly deadline: EditableDeadline | null;
  readonly reasons: readonly EditableReasons[];
  /** The closed list of a question, or of reasons. */
  readonly codes: { readonly place: CodesPlace; readonly entries: readonly EditableCode[] } | null;
}

export interface EditableCode {
  readonly code: string;
  readonly sentences: readonly EditableSentence[];
}

export type FoundEditable =
  | { readonly ok: true; readonly subjects: readonly EditableSubject[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The parts of a protocol's text that a form can change, and where each is written; or why it can't be read. */
export function findEditable({ french, english }: EditedTexts): FoundEditable {
  const source = readOnce(french);
  if (source.problems.length > 0)
    return { ok: false, problems: source.problems.map((it) => ({ ...it, file: 'protocol.yaml' })) };
  const pairing = new Pairing(source, readOnce(english).value);
  const root = mapOf(source.value);
  const ownLists = new Set(Object.keys(mapOf(root['reasons'])));
  return {
    ok: true,
    subjects: [
      subject(pairing, 'protocol', wordOf(root['protocol']), [], {
        sentences: pairing.sentences(root, ['title', 'purpose'], [], []),
      }),
      ...listOf(root['steps']).map((step, index) => stepSubject(pairing, step, ['steps', index], ownLists)),
      ...Object.entries(mapOf(root['facts'])).flatMap(([id, fact]) =>
        questions(pairing, id, fact, ['facts', id]),
      ),
      ...Object.entries(mapOf(root['reasons'])).map(([id, list]) => reasonSubject(pairing, id, list)),
      ...listOf(root['outcomes']).map((outcome, index) => outcomeSubject(pairing, root, outcome, index)),
      ...listOf(root['safeguards']).map((safeguard, index) => {
        const id = wordOf(mapOf(safeguard)['id']);
        const at = ['safeguards', index];
        return subject(pairing, 'safeguards', id, at, {
          sentences: pairing.sentences(mapOf(safeguard), ['title'], at, ['safeguards', id]),
        });
      }),
    ],
  };
}

class Pairing {
  private readonly english: Readonly<Record<string, unknown>>;
  private readonly stamps: ReadonlyMap<string, string>;

  constructor(
    readonly source: YamlSource,
    english: unknown,
  ) {
    this.english = mapOf(english);
    this.stamps = readStamps(this.english['stamps']);
  }

  sentences(thing: Thing, names: readonly string[], at: Path, key: Path): readonly EditableSentence[] {
    return names.flatMap((name) => this.sentence(name, thing[name], [...at, name], [...key, name]));
  }

  /** Nothing where no words are written. */
  sentence(name: string, words: unknown, at: Path, key: Path): readonly EditableSentence[] {
    const line = this.lineOf(at);
    const both = mapOf(words);
    if (typeof both['fr'] === 'string' && typeof both['en'] === 'string') {
      const { fr, en } = both as Text;
      const places = { at: [...at, 'fr'], englishAt: [...at, 'en'] };
      return [{ key: key.join('.'), name, fr, en, state: 'inline', ...places, line }];
    }
    if (typeof words !== 'string') return [];
    const found = findWords(this.english, key);
    const joined = key.join('.');
    const state = found ? stateOf(this.stamps.get(joined), words, found.words) : 'missing';
    return [
      {
        key: joined,
        name,
        fr: words,
        en: found?.words ?? '',
        state,
        at,
        englishAt: found?.path ?? key,
        line,
      },
    ];
  }

  lineOf(at: Path): number {
    return this.source.atKey(at).line;
  }
}

type Thing = Readonly<Record<string, unknown>>;

function subject(
  pairing: Pairing,
  kind: EditableSubject['kind'],
  id: string,
  at: Path,
  own: Partial<EditableSubject>,
): EditableSubject {
  const line = at.length === 0 ? 1 : pairing.source.at(at).line;
  return { kind, id, at, line, part: null, sentences: [], deadline: null, reasons: [], codes: null, ...own };
}

function stepSubject(
  pairing: Pairing,
  written: unknown,
  at: Path,
  ownLists: ReadonlySet<string>,
): EditableSubject {
  const step = mapOf(written);
  const part = typeof step['part'] === 'string' ? step['part'] : null;
  const id = wordOf(step['id']) || (part ?? '');
  const key = ['steps', id];
  const because = (list: 'requires' | 'flags') =>
    listOf(step[list]).flatMap((line, index) =>
      pairing.sentence(
        'because',
        mapOf(line)['because'],
        [...at, list, index, 'because'],
        [...key, list, index],
      ),
    );
  const sentences = part
    ? []
    : [
        ...pairing.sentences(step, ['title', 'guidance', 'tooLate'], at, key),
        ...because('requires'),
        ...because('flags'),
      ];
  return subject(pairing, 'steps', id, at, {
    part,
    sentences,
    deadline: deadlineOf(pairing, step['due'], [...at, 'due']),
    reasons: reasonsOf(pairing, step, at).map((it) => ({ ...it, isOwn: ownLists.has(it.list) })),
  });
}

function deadlineOf(pairing: Pairing, written: unknown, at: Path): EditableDeadline | null {
  if (written === undefined) return null;
  const due = mapOf(written);
  return {
    within: wordOf(due['within']),
    from: wordOf(due['from']),
    origin: wordOf(due['origin']),
    basis: [due['basis'] ?? []].flat().map(String),
    line: pairing.lineOf(at),
  };
}

function reasonsOf(pairing: Pairing, step: Thing, at: Path): readonly Omit<EditableReasons, 'isOwn'>[] {
  const lists = Object.entries(mapOf(step['reasons'])).map(([value, list]) => ({
    value,
    list: wordOf(list),
    at: [...at, 'reasons', value],
  }));
  const waiver = mapOf(step['waivable'])['reasons'];
  return [
    ...lists,
    ...(typeof waiver === 'string'
      ? [{ value: null, list: waiver, at: [...at, 'waivable', 'reasons'] }]
      : []),
  ].map((it) => ({ ...it, line: pairing.lineOf(it.at) }));
}

/** A question, and the fields of its rows. */
function questions(pairing: Pairing, id: string, written: unknown, at: Path): readonly EditableSubject[] {
  const fact = mapOf(written);
  const place = codesPlace(fact);
  return [
    subject(pairing, 'facts', id, at, {
      line: pairing.lineOf(at),
      sentences: pairing.sentences(fact, ['title', 'hint'], at, at),
      codes: place && {
        place,
        entries: place === 'items' ? itemsOf(pairing, fact, at) : codesOf(pairing, fact, at),
      },
    }),
    ...Object.entries(mapOf(fact['row'])).flatMap(([field, inner]) =>
      questions(pairing, `${id}.${field}`, inner, [...at, 'row', field]),
    ),
  ];
}

function codesOf(pairing: Pairing, { values, ranked, labels }: Thing, at: Path): readonly EditableCode[] {
  const isSpelled = !Array.isArray(values) && values !== undefined;
  const words = mapOf(isSpelled ? values : labels);
  const order = isSpelled ? Object.keys(words) : listOf(values ?? ranked).map(String);
  return order.map((code) => ({
    code,
    sentences: pairing.sentence(
      'label',
      words[code],
      [...at, isSpelled ? 'values' : 'labels', code],
      [...at, 'values', code],
    ),
  }));
}

function itemsOf(pairing: Pairing, { items }: Thing, at: Path): readonly EditableCode[] {
  return Object.entries(mapOf(items)).map(([code, item]) => {
    const own: Path = [...at, 'items', code];
    const named = mapOf(item);
    const isBare = typeof item === 'string' || typeof named['fr'] === 'string';
    return {
      code,
      sentences: isBare
        ? pairing.sentence('label', item, own, [...own, 'label'])
        : pairing.sentences(named, ['label', 'hint'], own, own),
    };
  });
}

function reasonSubject(pairing: Pairing, id: string, list: unknown): EditableSubject {
  const at: Path = ['reasons', id];
  const entries = Object.entries(mapOf(list)).map(([code, reason]) => {
    const own: Path = [...at, code];
    const label = mapOf(reason)['label'];
    return {
      code,
      sentences:
        label === undefined
          ? pairing.sentence('label', reason, own, own)
          : pairing.sentence('label', label, [...own, 'label'], own),
    };
  });
  return subject(pairing, 'reasons', id, at, {
    line: pairing.lineOf(at),
    codes: { place: 'reasons', entries },
  });
}

/** Several lines may have one id: their title is that of the first, their notes are numbered. */
function outcomeSubject(pairing: Pairing, root: Thing, written: unknown, index: number): EditableSubject {
  const outcome = mapOf(written);
  const id = wordOf(outcome['id']);
  const at: Path = ['outcomes', index];
  const isFirst = listOf(root['outcomes']).findIndex((it) => mapOf(it)['id'] === id) === index;
  const key: Path = ['outcomes', id];
  return subject(pairing, 'outcomes', id, at, {
    sentences: [
      ...(isFirst ? pairing.sentences(outcome, ['title'], at, key) : []),
      ...pairing.sentence(
        'note',
        outcome['note'],
        [...at, 'note'],
        [...key, isFirst ? 'note' : `note ${index + 1}`],
      ),
    ],
  });
}

const mapOf = (value: unknown): Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Thing) : {};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const wordOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The line on which a place of a YAML text begins, from 1; that of what holds it where it isn't there. */
export function lineAt(text: string, at: Path): number {
  return readOnce(text).atKey(at).line;
}

/** Where the value of a place of a YAML text is written; what the checker says of it has this line and column. */
export function placeAt(text: string, at: Path): Position {
  return readOnce(text).at(at);
}
