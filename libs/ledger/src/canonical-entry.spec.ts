import fc from 'fast-check';
import { canonicalEntry, ENTRY_BYTES, readEntry, sequenceEntry } from './canonical-entry';
import { ENTRY_FORMATS, OUTCOMES, type LedgerEntry } from './entry';

const ENTRY: LedgerEntry = {
  v: '1',
  id: '3f2f4a4e-8a3c-4f5e-9d6b-1c2d3e4f5a6b',
  time: '2025-04-02T00:00:00.000Z',
  type: 'case.read',
  outcome: 'done',
  purpose: 'care',
  actor: 'q7Zr2mXkT0aVb9Lw',
  stream: 'Yh3Nc8PfJ1sDg6Ue',
  commitment: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  correlation: '01JQ8Z5M7T',
};
const WAITING =
  '{"actor":"q7Zr2mXkT0aVb9Lw","commitment":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",' +
  '"correlation":"01JQ8Z5M7T","id":"3f2f4a4e-8a3c-4f5e-9d6b-1c2d3e4f5a6b","outcome":"done","purpose":"care",' +
  '"stream":"Yh3Nc8PfJ1sDg6Ue","time":"2025-04-02T00:00:00.000Z","type":"case.read","v":"1"}';
const LEAF = WAITING.replace('"purpose"', '"pos":"17","purpose"');

const entries: fc.Arbitrary<LedgerEntry> = fc.record({
  v: fc.constant('1' as const),
  id: fc.uuid(),
  time: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((it) => it.toISOString()),
  type: fc.stringMatching(/^[a-z]{1,10}\.[a-z]{1,10}(?:-[a-z0-9]{1,10})?$/),
  outcome: fc.constantFrom(...OUTCOMES),
  purpose: fc.stringMatching(/^[a-z]{1,30}(?:-[a-z]{1,30})?$/),
  actor: fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9_-]{16,64}$/),
    fc.constantFrom('anonymous', 'system:recompute'),
  ),
  stream: fc.oneof(fc.stringMatching(/^[A-Za-z0-9_-]{16,64}$/), fc.constant('system:sign-in')),
  commitment: fc.stringMatching(/^[0-9a-f]{64}$/),
  correlation: fc.stringMatching(/^[A-Za-z0-9_-]{8,64}$/),
});

describe('an entry', () => {
  it('has one canonical text, in the order of its keys, with its place once it has one', () => {
    expect(canonicalEntry(ENTRY)).toEqual({ ok: true, text: WAITING });
    expect(sequenceEntry(ENTRY, 17)).toEqual({ ok: true, text: LEAF });
    expect(readEntry(LEAF)).toEqual({ ok: true, entry: { ...ENTRY, pos: '17' } });
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['an empty alias', { actor: '' }, 'bad-format', 'actor'],
    ['an address for an alias', { actor: 'claire.martin@example.org' }, 'bad-format', 'actor'],
    ['a name', { actor: 'Claire Martin, éducatrice' }, 'bad-format', 'actor'],
    ['nobody’s stream', { stream: 'anonymous' }, 'bad-format', 'stream'],
    ['another version', { v: '2' }, 'bad-format', 'v'],
    ['a number', { v: 1 }, 'not-a-string', 'v'],
    ['nothing', { purpose: null }, 'not-a-string', 'purpose'],
    ['a list', { type: ['case.read'] }, 'not-a-string', 'type'],
    ['a missing field', { correlation: undefined }, 'missing-field', 'correlation'],
    ['a field too many', { note: 'x' }, 'unknown-field', 'note'],
    ['a place of its own making', { pos: '1' }, 'unknown-field', 'pos'],
    ['a key that isn’t ASCII', { actör: 'x' }, 'unknown-field', 'actör'],
    ['31 February', { time: '2025-02-31T00:00:00.000Z' }, 'bad-format', 'time'],
    ['a time without zone', { time: '2025-02-01T00:00:00.000' }, 'bad-format', 'time'],
    ['an outcome of no list', { outcome: 'ok' }, 'bad-format', 'outcome'],
    ['half a commitment', { commitment: 'e3b0' }, 'bad-format', 'commitment'],
    ['a huge type', { type: 'a'.repeat(3000) }, 'bad-format', 'type'],
    ['words for a purpose', { purpose: 'To see the file' }, 'bad-format', 'purpose'],
  ])('is refused with %s', (_, change, code, field) => {
    const changed = { ...ENTRY, ...change } as LedgerEntry;
    expect(canonicalEntry(changed)).toEqual({ ok: false, problem: { code, field } });
  });

  it.each([0, -1, 1.5, NaN, Infinity, 2 ** 53, 1e21])('takes no place %p', (pos) => {
    expect(sequenceEntry(ENTRY, pos)).toEqual({ ok: false, problem: { code: 'bad-format', field: 'pos' } });
  });

  it('stays far below the limit, and reads back as itself', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (entry, pos) => {
        const leaf = sequenceEntry(entry, pos);
        if (!leaf.ok) throw new Error(JSON.stringify(leaf.problem));
        expect(leaf.text.length).toBeLessThan(700);
        expect(leaf.text).toMatch(/^[\x20-\x7e]+$/);
        expect(readEntry(leaf.text)).toEqual({ ok: true, entry: { ...entry, pos: String(pos) } });
      }),
    );
  });

  it('lets the longest values through', () => {
    const longest = {
      ...ENTRY,
      type: 'a'.repeat(64),
      purpose: 'b'.repeat(64),
      actor: 'C'.repeat(64),
      stream: `system:${'d'.repeat(57)}`,
      correlation: 'e'.repeat(64),
    };
    const leaf = sequenceEntry(longest, Number.MAX_SAFE_INTEGER);
    expect(leaf.ok && leaf.text.length).toBeLessThan(700);
  });
});

describe('readEntry', () => {
  it.each([
    ['a space', LEAF.replace(':', ': '), 'not-canonical'],
    ['another order', LEAF.replace(/^\{("actor":"[^"]+"),(.*)\}$/, '{$2,$1}'), 'not-canonical'],
    ['an escape', LEAF.replace('"care"', String.raw`"c\u0061re"`), 'not-canonical'],
    ['a key twice', LEAF.replace('"v":"1"', '"v":"1","v":"1"'), 'not-canonical'],
    ['a final newline', `${LEAF}\n`, 'not-canonical'],
    ['no place', WAITING, 'missing-field'],
    ['a hidden prototype', LEAF.replace('{', '{"__proto__":{},'), 'unknown-field'],
    ['no JSON', 'leaf', 'not-json'],
    ['a list', '[]', 'not-an-object'],
    ['null', 'null', 'not-an-object'],
    ['too much', `{"actor":"${'a'.repeat(ENTRY_BYTES)}"}`, 'too-long'],
  ])('refuses %s', (_, text, code) => {
    expect(readEntry(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('takes no text that differs in one character for the same entry', () => {
    fc.assert(
      fc.property(fc.nat({ max: LEAF.length - 1 }), fc.integer({ min: 0x20, max: 0x7e }), (at, char) => {
        const changed = LEAF.slice(0, at) + String.fromCharCode(char) + LEAF.slice(at + 1);
        const read = readEntry(changed);
        if (changed !== LEAF && read.ok) expect(read.entry).not.toEqual({ ...ENTRY, pos: '17' });
      }),
      { numRuns: 2000 },
    );
  });

  it('knows the days that exist and no other', () => {
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((it) => String(it).padStart(2, '0'));
    fc.assert(
      fc.property(
        fc.integer({ min: 1896, max: 2104 }),
        ...[two(13), two(32), two(24), two(60), two(60)],
        (year, month, day, hour, minute, second) => {
          const time = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
          const parsed = new Date(time);
          const isReal = !Number.isNaN(parsed.getTime()) && parsed.toISOString() === time;
          expect([time, canonicalEntry({ ...ENTRY, time }).ok]).toEqual([time, isReal]);
        },
      ),
      {
        numRuns: 2000,
        examples: [
          [2100, '02', '29', '00', '00', '00'],
          [2000, '02', '29', '23', '59', '59'],
        ],
      },
    );
  });

  it('asks for every field that an entry has', () => {
    for (const field of Object.keys(ENTRY_FORMATS)) {
      const rest = Object.entries({ ...ENTRY, pos: '17' }).filter(([key]) => key !== field);
      expect(readEntry(JSON.stringify(Object.fromEntries(rest)))).toEqual({
        ok: false,
        problem: { code: 'missing-field', field },
      });
    }
  });
});
