import { diffVersions } from '../diff/diff-versions';
import { protocol, words } from '../testing/documents';
import { LOST_KEY, SHARED } from '../testing/lost-key';
import type { ProtocolDocument, SharedDocument } from '../documents/document';
import { contradictionsIn, reasonListNames, reasonsIn } from './reason-lists';

const GUARDED: SharedDocument = {
  ...SHARED,
  contradictions: { quiet: { checked_twice: 'visitor = "yes"', owner_says_so: 'visitor = "no"' } },
};
const withLists = (more: Pick<ProtocolDocument, 'reasons' | 'contradictions'>): ProtocolDocument => ({
  ...LOST_KEY,
  ...more,
});
const OWN = withLists({
  reasons: { quiet: { checked_twice: words('looked twice'), moved: words('moved') } },
  contradictions: { quiet: { checked_twice: 'found = "yes"', moved: 'floor = 1' } },
});

describe('lists of reasons of a protocol', () => {
  it('are its own where it writes them, else those of all', () => {
    expect(Object.keys(reasonsIn(OWN, GUARDED, 'quiet'))).toEqual(['checked_twice', 'moved']);
    expect(Object.keys(reasonsIn(LOST_KEY, GUARDED, 'quiet'))).toEqual(['checked_twice', 'owner_says_so']);
    expect(Object.keys(reasonsIn(OWN, GUARDED, 'dispensed'))).toEqual(['already_known']);
    expect(reasonListNames(OWN, GUARDED)).toEqual(['quiet', 'dispensed']);
  });

  it.each([undefined, 'nothing', 'constructor', '__proto__', 'toString'])(
    'of the name %j are empty',
    (name) => {
      expect(reasonsIn(OWN, GUARDED, name)).toEqual({});
      expect(reasonsIn(undefined, GUARDED, name)).toEqual({});
    },
  );

  it('refuse what the shared list refuses, whatever they say themselves, and may refuse more', () => {
    expect(contradictionsIn(OWN, GUARDED)).toEqual({
      quiet: { checked_twice: 'visitor = "yes"', moved: 'floor = 1' },
    });
    expect(contradictionsIn(LOST_KEY, GUARDED)).toEqual(GUARDED.contradictions);
    expect(contradictionsIn(protocol('drawer', {}), SHARED)).toEqual({});
  });
});

describe('two versions of which one writes a list itself', () => {
  const said = (before: ProtocolDocument, after: ProtocolDocument) =>
    diffVersions(before, after, GUARDED).changes.map(({ what, how, effect, text }) => [
      `${what} ${how} ${effect}`,
      text.en,
    ]);

  it('differ by each reason, not by the list', () => {
    expect(said(LOST_KEY, OWN)).toEqual([
      ['field removed to-review', 'The reason "the owner says so" is no longer in the list "quiet".'],
      ['field added to-review', 'The reason "moved" is added to the list "quiet".'],
      ['text added words', 'The protocol writes the list of reasons "quiet" itself.'],
      ['text changed words', '"looked twice": reason reworded.'],
    ]);
    expect(said(OWN, LOST_KEY)).toContainEqual([
      'text removed words',
      'The list of reasons "quiet" is that of all protocols again.',
    ]);
  });

  it('that say the same differ in whose list it is, and that is words', () => {
    const same = withLists({ reasons: { quiet: SHARED.reasons['quiet'] ?? {} } });
    const { kind } = diffVersions(LOST_KEY, same, GUARDED);
    expect(kind).toBe('patch');
    expect(said(LOST_KEY, same)).toHaveLength(1);
    expect(said(same, same)).toEqual([]);
  });

  it('tell of what contradicts a reason, which a person judges', () => {
    const otherwise = withLists({
      ...OWN,
      contradictions: { quiet: { checked_twice: 'found = "yes"', moved: 'floor = 2' } },
    });
    expect(said(OWN, otherwise)).toEqual([
      ['condition changed to-review', 'What contradicts the reason "moved" of the list "quiet" changes.'],
    ]);
  });
});
