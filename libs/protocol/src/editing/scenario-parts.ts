import type { Problem } from '../documents/document';
import { type Path, type YamlSource, valueAt } from '../yaml/yaml-source';
import { exchangeValue, insertEntry, removeEntry } from './change-entries';
import { changeWords } from './change-words';
import { readOnce } from './read-once';

/** `words`: in both languages. `text`, `number`, `flag`: one value, which may be missing. */
export type ScenarioFieldKind = 'words' | 'text' | 'number' | 'flag';

/** Something that a form changes in the text of a scenario. */
export interface ScenarioField {
  /** What it is to its part: `told`, `after`, `points`… */
  readonly name: string;
  readonly kind: ScenarioFieldKind;
  readonly at: Path;
  /** As it is written; empty: it is not. Of a flag `true`, or empty. */
  readonly fr: string;
  /** Of words alone. */
  readonly en: string;
  /** Whether it may be left out. */
  readonly isOptional: boolean;
  /** Written so that only the text can be changed: `{ in: …, is: … }`. */
  readonly isFixed: boolean;
}

export const SCENARIO_LISTS = [
  'objectives',
  'cast',
  'beats',
  'injects',
  'expectations',
  'questions',
  'debrief',
] as const;
export type ScenarioList = (typeof SCENARIO_LISTS)[number];

/** What a form is about: the scenario, or an item of one of its lists, with the items inside of that. */
export interface ScenarioPart {
  readonly kind: 'scenario' | ScenarioList | 'documents' | 'choices';
  /** Of an item that has one; else its place. */
  readonly id: string;
  readonly at: Path;
  /** From 1. */
  readonly line: number;
  readonly fields: readonly ScenarioField[];
  readonly items: readonly ScenarioPart[];
}

export type FoundScenarioParts =
  | { readonly ok: true; readonly parts: readonly ScenarioPart[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Fields = Readonly<Record<string, readonly [ScenarioFieldKind, 'optional'?]>>;

const BEAT: Fields = {
  title: ['words'],
  told: ['words'],
  words: ['words', 'optional'],
  at: ['text', 'optional'],
  after: ['text', 'optional'],
  follows: ['text', 'optional'],
  when: ['text', 'optional'],
  unless: ['text', 'optional'],
  notes: ['words', 'optional'],
};

const FIELDS: Readonly<Record<ScenarioPart['kind'], Fields>> = {
  scenario: {
    title: ['words'],
    summary: ['words'],
    minutes: ['number'],
    begins: ['text'],
    ends: ['text'],
  },
  objectives: {},
  cast: { name: ['text'], who: ['words'] },
  beats: BEAT,
  injects: BEAT,
  expectations: {
    title: ['words'],
    points: ['number', 'optional'],
    by: ['text', 'optional'],
    within: ['text', 'optional'],
  },
  questions: { ask: ['words'], about: ['text', 'optional'], points: ['number', 'optional'] },
  debrief: { says: ['words'], about: ['text', 'optional'] },
  documents: { title: ['words'], says: ['words'] },
  choices: { says: ['words'], because: ['words'], right: ['flag', 'optional'] },
};

const INSIDE: Readonly<Partial<Record<ScenarioPart['kind'], 'documents' | 'choices'>>> = {
  beats: 'documents',
  injects: 'documents',
  questions: 'choices',
};

/** What of a scenario's text a form can change, and where it is written; or why it can't be read. */
export function findScenarioParts(text: string): FoundScenarioParts {
  const source = readOnce(text);
  if (source.problems.length > 0) return { ok: false, problems: source.problems };
  return {
    ok: true,
    parts: [
      partOf(source, 'scenario', []),
      ...SCENARIO_LISTS.flatMap((list) => itemsAt(source, list, [list])),
    ],
  };
}

function itemsAt(source: YamlSource, kind: ScenarioPart['kind'], at: Path): readonly ScenarioPart[] {
  const list = valueAt(source.value, at);
  return Array.isArray(list) ? list.map((_, place) => partOf(source, kind, [...at, place])) : [];
}

function partOf(source: YamlSource, kind: ScenarioPart['kind'], at: Path): ScenarioPart {
  const id = valueAt(source.value, [...at, kind === 'cast' ? 'name' : 'id']);
  const inside = INSIDE[kind];
  const fields = Object.entries(FIELDS[kind]).map(([name, [type, isOptional]]) =>
    fieldOf(source, name, type, [...at, name], isOptional !== undefined),
  );
  return {
    ...{ kind, at, line: source.at(at).line },
    id: typeof id === 'string' ? id : String(at.at(-1) ?? kind),
    // An objective is its words.
    fields: kind === 'objectives' ? [fieldOf(source, 'objective', 'words', at, false)] : fields,
    items: inside ? itemsAt(source, inside, [...at, inside]) : [],
  };
}

function fieldOf(
  source: YamlSource,
  name: string,
  kind: ScenarioFieldKind,
  at: Path,
  isOptional: boolean,
): ScenarioField {
  const value = valueAt(source.value, at);
  if (kind === 'words') {
    const word = (language: string): string => {
      const said = valueAt(value, [language]);
      return typeof said === 'string' ? said : '';
    };
    const isFixed = value !== undefined && (typeof value !== 'object' || value === null);
    return { name, kind, at, fr: word('fr'), en: word('en'), isOptional, isFixed };
  }
  const isFixed = typeof value === 'object' && value !== null;
  const isSaid = value !== undefined && value !== null && !isFixed && value !== false;
  return { name, kind, at, fr: isSaid ? String(value) : '', en: '', isOptional, isFixed };
}

/**
 * The text with another value in a field: of words in this language. An optional one that is emptied goes, one that was missing comes
 * at the end of its part. `before`: the text that was saved, to which one may go back. `null`: it can't be written.
 */
export function writeScenarioField(
  text: string,
  { kind, at, fr, en, isOptional, isFixed }: ScenarioField,
  language: 'fr' | 'en',
  typed: string,
  before?: string,
): string | null {
  if (isFixed) return null;
  const holder = at.slice(0, -1);
  const key = String(at.at(-1));
  if (kind === 'words') {
    const other = language === 'fr' ? en : fr;
    if (isOptional && typed === '' && other === '') return removeEntry(text, at);
    if (valueAt(readOnce(text).value, at) === undefined)
      return insertEntry(text, holder, key, { fr: '', en: '', [language]: typed });
    const changed = changeWords(text, [...at, language], typed, before);
    return changed ?? exchangeValue(text, [...at, language], typed);
  }
  if (typed === '') return isOptional ? removeIfThere(text, at) : null;
  const value = valueOf(kind, typed);
  if (value === null) return null;
  if (valueAt(readOnce(text).value, at) === undefined) return insertEntry(text, holder, key, value);
  if (kind !== 'text') return exchangeValue(text, at, value);
  return changeWords(text, at, typed, before) ?? exchangeValue(text, at, value);
}

const removeIfThere = (text: string, at: Path): string | null =>
  valueAt(readOnce(text).value, at) === undefined ? text : removeEntry(text, at);

function valueOf(kind: ScenarioFieldKind, typed: string): string | number | boolean | null {
  if (kind === 'flag') return true;
  if (kind === 'text') return typed;
  return /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : null;
}

/** What a new item says until somebody writes it. A name of its own is found among those of the file. */
function newItem(kind: ScenarioPart['kind'], id: string): unknown {
  // Each its own: what is the same object would be written as a reference to it.
  const words = () => ({ fr: '…', en: '…' });
  switch (kind) {
    case 'objectives':
      return words();
    case 'cast':
      return { name: '…', who: words() };
    case 'beats':
    case 'injects':
      return { id, title: words(), told: words() };
    case 'expectations':
      return { id, title: words(), ticked: true };
    case 'questions': {
      const choice = (id: string) => ({ id, says: words(), because: words() });
      return {
        ...{ id, ask: words() },
        choices: [{ ...choice('a'), right: true }, choice('b')],
      };
    }
    case 'choices':
      return { id, says: words(), because: words() };
    case 'documents':
      return { title: words(), says: words() };
    case 'debrief':
    case 'scenario':
      return { says: words() };
  }
}

const STEMS: Readonly<Partial<Record<ScenarioPart['kind'], string>>> = {
  ...{
    beats: 'beat',
    injects: 'inject',
    expectations: 'expectation',
    questions: 'question',
    choices: 'choice',
  },
};

/** The text with one more item in a list, `at`: `['beats']`, `['questions', 0, 'choices']`; after the one at `place`, or as its last. */
export function addScenarioItem(
  text: string,
  kind: ScenarioPart['kind'],
  at: Path,
  place?: number,
): string | null {
  const { value } = readOnce(text);
  const stem = STEMS[kind];
  const item = newItem(kind, stem ? freeId(value, stem) : '');
  const list = valueAt(value, at);
  if (Array.isArray(list) && list.length > 0) return insertEntry(text, at, null, item, place);
  const key = String(at.at(-1));
  // An empty list stands in brackets, which nothing is put into: it is written anew.
  if (Array.isArray(list)) return exchangeValue(text, at, [item]);
  return insertEntry(text, at.slice(0, -1), key, [item]);
}

/** The text without an item; with the last of a list goes the list, where a scenario may be without. `null`: it stays. */
export function removeScenarioItem(text: string, at: Path): string | null {
  const list = valueAt(readOnce(text).value, at.slice(0, -1));
  const isLast = Array.isArray(list) && list.length === 1;
  return isLast && MAY_BE_NONE.has(String(at.at(-2)))
    ? removeEntry(text, at.slice(0, -1))
    : removeEntry(text, at);
}

const MAY_BE_NONE: ReadonlySet<string> = new Set(['injects', 'questions', 'documents']);

function freeId(value: unknown, stem: string): string {
  const taken = new Set<unknown>();
  const look = (it: unknown): void => {
    if (typeof it !== 'object' || it === null) return;
    if ('id' in it) taken.add(it.id);
    Object.values(it).forEach(look);
  };
  look(value);
  for (let n = 1; ; n++) if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`;
}
