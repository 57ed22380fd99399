// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../../types.gen';

export const vLateCount: v.GenericSchema<t.LateCount> = v.object({
    origin: v.picklist([
        'LEGAL',
        'REPORT',
        'MEDICAL',
        'TOOL'
    ]),
    cases: v.pipe(v.number(), v.integer())
});

export const vLateWeek: v.GenericSchema<t.LateWeek> = v.object({
    weeksAgo: v.pipe(v.number(), v.integer()),
    from: v.string(),
    late: v.array(vLateCount)
});

export const vFirstAct: v.GenericSchema<t.FirstAct> = v.object({
    delay: v.picklist([
        'day',
        'three-days',
        'week',
        'later',
        'none'
    ]),
    cases: v.pipe(v.number(), v.integer())
});

export const vBoardTrends: v.GenericSchema<t.BoardTrends> = v.object({
    weeks: v.array(vLateWeek),
    firstAct: v.array(vFirstAct),
    days: v.pipe(v.number(), v.integer())
});
