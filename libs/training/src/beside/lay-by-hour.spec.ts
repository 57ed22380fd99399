import { type GroupLine, type GroupMoment, layByHour } from './lay-by-hour';

const did = (time: string, what: string): GroupMoment => ({
  ...{ at: `2025-05-${time}:00.000Z`, who: 'Kiwi' },
  what: { fr: what, en: what },
});
const PAST = [did('12T08:00', 'opens'), did('12T08:40', 'asks'), did('13T10:05', 'waits')];
const monday: GroupLine = { key: 'mon', branchOf: null, timeline: [...PAST, did('14T09:00', 'refers')] };
const tuesday: GroupLine = { key: 'tue', branchOf: null, timeline: [did('12T08:10', 'opens')] };
const branch: GroupLine = {
  ...{ key: 'bra', branchOf: { key: 'mon', at: '2025-05-13T10:30:00.000Z' } },
  timeline: [...PAST, did('13T10:45', 'calls'), did('14T09:30', 'hears')],
};
const told = (groups: readonly GroupLine[]) => {
  const { lines, hours } = layByHour(groups);
  return {
    order: lines.map(({ key }) => key),
    rows: hours.map(({ from, cells }) => [
      new Date(from).toISOString().slice(8, 13),
      ...cells.map((it) =>
        it === null
          ? '|'
          : [
              ...(it.commonHours > 0 ? [`common ${String(it.commonHours)}`] : []),
              ...(it.leavesAt === null ? [] : ['leaves']),
              ...it.moments.map(({ what }) => what.en),
            ].join(', '),
      ),
    ]),
  };
};

describe('classes by the hours of the case', () => {
  it('stand side by side at the same hour, a branch beside its parent, whose past is told once', () => {
    expect(told([tuesday, branch, monday])).toEqual({
      order: ['tue', 'mon', 'bra'],
      rows: [
        ['12T08', 'opens', 'opens, asks', 'common 1'],
        ['13T10', '', 'waits', 'leaves, calls'],
        ['14T09', '', 'refers', 'hears'],
      ],
    });
  });

  it('have what a branch did before it left where its parent does not have it: begun anew, or not there any more', () => {
    const anew: GroupLine = { ...monday, timeline: [did('20T08:00', 'opens')] };
    expect(told([anew, branch]).rows).toEqual([
      ['12T08', '', 'opens, asks'],
      ['13T10', '', 'leaves, waits, calls'],
      ['14T09', '', 'hears'],
      ['20T08', 'opens', ''],
    ]);
    expect(told([branch]).order).toEqual(['bra']);
    expect(told([branch]).rows[1]).toEqual(['13T10', 'leaves, waits, calls']);
  });

  it('join common hours that follow each other, and have the hour at which nothing was done but leaving', () => {
    const late: GroupLine = {
      ...{ key: 'bra', branchOf: { key: 'mon', at: '2025-05-13T12:00:00.000Z' } },
      timeline: PAST,
    };
    expect(told([monday, late]).rows).toEqual([
      ['12T08', 'opens, asks', 'common 2'],
      ['13T10', 'waits', '|'],
      ['13T12', '', 'leaves'],
      ['14T09', 'refers', ''],
    ]);
  });

  it('are a branch of a branch after its own parent, and of none nothing', () => {
    const twig: GroupLine = {
      ...{ key: 'twi', branchOf: { key: 'bra', at: '2025-05-14T09:45:00.000Z' } },
      timeline: [...branch.timeline, did('14T09:50', 'decides')],
    };
    expect(told([twig, monday, branch])).toEqual({
      order: ['mon', 'bra', 'twi'],
      rows: [
        ['12T08', 'opens, asks', 'common 1', 'common 2'],
        ['13T10', 'waits', 'leaves, calls', '|'],
        ['14T09', 'refers', 'hears', 'leaves, decides'],
      ],
    });
    expect(layByHour([])).toEqual({ lines: [], hours: [] });
  });
});
