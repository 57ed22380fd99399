import type { Look } from '@repere/contract';
import { groupAccessEvents } from './group-events';

const both = (words: string) => ({ fr: words, en: words });
let last = 0;
const look = (by: string | null, at: string, more: Partial<Look> = {}): Look => ({
  ...{ id: String(++last), at, by: by === null ? null : { id: by, name: by }, as: null, kind: 'opened' },
  ...{ act: both('A ouvert le dossier'), purpose: both('soin'), unusual: [], questions: [], mayAsk: true },
  ...more,
});
const day = (at: string): string => at.slice(0, 10);

describe('looks by person and day', () => {
  it('keep every look once, in the order in which persons and days first come', () => {
    const looks = [
      look('Ada', '2026-03-12T10:00Z'),
      look('Bob', '2026-03-12T09:30Z'),
      look('Ada', '2026-03-12T09:00Z'),
      look('Ada', '2026-03-11T09:00Z'),
      look(null, '2026-03-11T08:00Z'),
      look(null, '2026-03-11T07:00Z'),
    ];
    const groups = groupAccessEvents(looks, day);
    expect(groups.map((it) => [it.day, it.looks[0].by?.name ?? null, it.looks.length])).toEqual([
      ['2026-03-12', 'Ada', 2],
      ['2026-03-12', 'Bob', 1],
      ['2026-03-11', 'Ada', 1],
      ['2026-03-11', null, 2],
    ]);
    expect(
      groups
        .flatMap((it) => it.looks)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(looks.map(({ id }) => id).sort());
  });

  it('count what was done, most often first, and say each reason once', () => {
    const night = { code: 'night', text: both('La nuit') } as unknown as Look['unusual'][number];
    const [group] = groupAccessEvents(
      [
        look('Ada', '2026-03-12T10:00Z', { act: both('A lu la chronologie'), unusual: [night] }),
        look('Ada', '2026-03-12T09:00Z', { unusual: [night] }),
        look('Ada', '2026-03-12T08:00Z'),
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
