import type { AccessEvent } from '@repere/contract';
import { groupAccessEvents } from './group-events';

const both = (words: string) => ({ fr: words, en: words });
let last = 0;
const accessEvent = (by: string | null, at: string, more: Partial<AccessEvent> = {}): AccessEvent => ({
  ...{ id: String(++last), at, by: by === null ? null : { id: by, name: by }, as: null, kind: 'opened' },
  ...{ act: both('A ouvert le dossier'), purpose: both('soin'), unusual: [], questions: [], mayAsk: true },
  ...more,
});
const day = (at: string): string => at.slice(0, 10);

describe('access events by person and day', () => {
  it('keep every access once, in the order in which persons and days first come', () => {
    const events = [
      accessEvent('Ada', '2026-03-12T10:00Z'),
      accessEvent('Bob', '2026-03-12T09:30Z'),
      accessEvent('Ada', '2026-03-12T09:00Z'),
      accessEvent('Ada', '2026-03-11T09:00Z'),
      accessEvent(null, '2026-03-11T08:00Z'),
      accessEvent(null, '2026-03-11T07:00Z'),
    ];
    const groups = groupAccessEvents(events, day);
    expect(groups.map((it) => [it.day, it.events[0].by?.name ?? null, it.events.length])).toEqual([
      ['2026-03-12', 'Ada', 2],
      ['2026-03-12', 'Bob', 1],
      ['2026-03-11', 'Ada', 1],
      ['2026-03-11', null, 2],
    ]);
    expect(
      groups
        .flatMap((it) => it.events)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(events.map(({ id }) => id).sort());
  });

  it('count what was done, most often first, and say each reason once', () => {
    const night = { code: 'night', text: both('La nuit') } as unknown as AccessEvent['unusual'][number];
    const [group] = groupAccessEvents(
      [
        accessEvent('Ada', '2026-03-12T10:00Z', { act: both('A lu la chronologie'), unusual: [night] }),
        accessEvent('Ada', '2026-03-12T09:00Z', { unusual: [night] }),
        accessEvent('Ada', '2026-03-12T08:00Z'),
      ],
      day,
    );
    expect(group?.acts.map(({ act, count }) => [act.fr, count])).toEqual([
      ['A ouvert le dossier', 2],
      ['A lu la chronologie', 1],
    ]);
    expect(group?.reasons).toEqual([night]);
  });
});
