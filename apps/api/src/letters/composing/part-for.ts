import type { JourneyPart, LetterPart, LetterSource } from '@repere/protocol';

/** What a letter can tell of, as it is found in a case; a journey is asked for by its parts. */
export type LineKind = 'said' | 'child' | 'facts' | 'acts' | 'notes';

/** Where each belongs, the best first. A quotation stands among the child's words, and never by itself among facts. */
const BELONGS: Readonly<Record<LineKind, readonly LetterSource[]>> = {
  said: ['said', 'view', 'facts', 'words'],
  child: ['child', 'words'],
  facts: ['facts', 'words'],
  acts: ['acts', 'facts', 'words'],
  notes: ['facts', 'words'],
};

/** Id of the part to which a line goes when somebody chooses it: the first of the best source that asks nothing else of its writer. */
export function partFor(parts: readonly LetterPart[], kind: LineKind): string {
  const isFree = ({ from, text, asks, ifKnown }: LetterPart): boolean =>
    from !== 'words' || (text === '' && asks.length + ifKnown.length === 0);
  const found = BELONGS[kind].flatMap((source) => parts.filter((it) => it.from === source && isFree(it)));
  const [part = parts[0]] = found;
  if (!part) throw new Error('a letter without parts');
  return part.id;
}

/** The part that asks for this of the journey; where none does, the first that tells of it. */
export function partForJourney(parts: readonly LetterPart[], asked: JourneyPart): string {
  const ofJourney = parts.filter(({ from }) => from === 'journey');
  const part = ofJourney.find(({ asks }) => asks.includes(asked)) ?? ofJourney[0];
  return part?.id ?? partFor(parts, 'facts');
}
