/** A place in an answer: keys, and items of lists by what tells them apart. */
export type PlaceInAnswer = readonly string[];

/** Every place of an answer whose text holds this mark. */
export function placesOf(answer: unknown, mark: string, at: PlaceInAnswer = []): readonly PlaceInAnswer[] {
  if (typeof answer === 'string') return answer.includes(mark) ? [at] : [];
  return partsOf(answer).flatMap(([key, part]) => placesOf(part, mark, [...at, key]));
}

/**
 * Whether another reader's answer says at this place that something is redacted: the value itself, the words of an entry by
 * their name, or a fact by its own.
 */
export function saysRedacted(answer: unknown, [key, ...rest]: PlaceInAnswer): boolean {
  if (typeof answer === 'string') return IN_WORDS.test(answer);
  if (!isObject(answer)) return false;
  if (answer['redacted'] === true || (key !== 'shown' && saysRedacted(answer['shown'], ['fr']))) return true;
  if (key === undefined) return false;
  if (isCountedAside(answer, key, rest)) return true;
  const names = (list: string, ...sought: readonly string[]): boolean =>
    sought.some((name) => (answer[list] as readonly string[] | undefined)?.includes(name));
  if (names('redactedWords', WORDS[key] ?? key)) return true;
  if (key === 'current' && answer['redactedNote'] === true) return true;
  // From where an answer is known is part of the answer.
  if (key === 'currentFrom' && saysRedacted(answer['current'], [])) return true;
  if (key === 'state' && rest[0] === 'facts') {
    const facts = factIn(rest);
    return names('redactedFacts', ...facts) || names('redactedNotes', ...facts);
  }
  return saysRedacted(partsOf(answer).find(([name]) => name === key)?.[1], rest);
}

/** Whether an item of a list is not there, and the answer says how many are not. */
const isCountedAside = (
  answer: Readonly<Record<string, unknown>>,
  key: string,
  [item]: PlaceInAnswer,
): boolean =>
  Number(answer['hidden']) > 0 &&
  Array.isArray(answer[key]) &&
  !partsOf(answer[key]).some(([name]) => name === item);

/** Where an answer is words, it says so in words. */
const IN_WORDS = /non affiché|not shown|ne vous est pas ouverte|may not see/;

/** Under which name an entry says that these of its words are redacted. */
const WORDS: Readonly<Record<string, string>> = {
  by: 'enteredBy',
  approvedBy: 'enteredBy',
  amendedBy: 'enteredBy',
  participants: 'by',
};

/** The fact of a place under `facts`, and the field of its rows. */
function factIn([_facts, item = '', ...deeper]: PlaceInAnswer): readonly string[] {
  const fact = item.split(' ')[0] ?? '';
  const field = deeper[0] === 'rows' ? deeper[3] : undefined;
  return field === undefined ? [fact] : [fact, `${fact}.${field}`];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function partsOf(answer: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(answer))
    return answer.map((item: unknown, place) => [nameOf(item, place), item] as const);
  return isObject(answer) ? Object.entries(answer) : [];
}

/** The same item has the same name in every reader's answer, wherever it stands. */
function nameOf(item: unknown, place: number): string {
  if (!isObject(item)) return String(place);
  const name = ['fact', 'entryId', 'key', 'id', 'at', 'act', 'fieldClass']
    .map((key) => item[key])
    .find((it) => typeof it === 'string');
  if (typeof name !== 'string') return String(place);
  return 'fact' in item && 'runId' in item ? `${name} ${String(item['runId'])}` : name;
}
