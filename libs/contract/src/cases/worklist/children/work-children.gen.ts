// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../../types.gen';
import { vAgeBetween, vExactAge, vPastEighteen, vUnknownAge } from '../../page/age.gen';
import { vAnswerOfRole } from '../../page/case-file.gen';
import { vNamed } from '../../../access/sign-in/session.gen';
import { vRedacted } from '../../../platform/answers/shown.gen';
import { vWords } from '../../../platform/answers/words.gen';
import { vWorkItem } from '../worklist.gen';

export const vWorkPerson: v.GenericSchema<t.WorkPerson> = v.object({
    children: v.pipe(v.number(), v.integer()),
    late: v.pipe(v.number(), v.integer())
});

export const vWorkChild: v.GenericSchema<t.WorkChild> = v.object({
    first: vWorkItem,
    others: v.pipe(v.number(), v.integer()),
    late: v.pipe(v.number(), v.integer()),
    age: v.union([
        vUnknownAge,
        vExactAge,
        vAgeBetween,
        vPastEighteen,
        vRedacted
    ]),
    danger: v.nullable(vAnswerOfRole),
    isDangerSeen: v.boolean(),
    lead: v.nullable(vNamed),
    person: v.nullable(vWorkPerson)
});

export const vWorkProtocol: v.GenericSchema<t.WorkProtocol> = v.object({
    protocol: v.string(),
    title: vWords
});

export const vWorkChildren: v.GenericSchema<t.WorkChildren> = v.object({
    scope: v.picklist(['me', 'team']),
    now: v.string(),
    counts: v.object({
        now: v.pipe(v.number(), v.integer()),
        today: v.pipe(v.number(), v.integer()),
        late: v.pipe(v.number(), v.integer()),
        soon: v.pipe(v.number(), v.integer()),
        'waiting-for-me': v.pipe(v.number(), v.integer()),
        'waiting-for-others': v.pipe(v.number(), v.integer()),
        later: v.pipe(v.number(), v.integer())
    }),
    late: v.pipe(v.number(), v.integer()),
    toChase: v.pipe(v.number(), v.integer()),
    approvals: v.pipe(v.number(), v.integer()),
    countedTo: v.pipe(v.number(), v.integer()),
    nextDueAt: v.nullable(v.string()),
    children: v.pipe(v.number(), v.integer()),
    items: v.array(vWorkChild),
    tasks: v.array(vWorkItem),
    protocols: v.array(vWorkProtocol),
    next: v.nullable(v.string())
});
