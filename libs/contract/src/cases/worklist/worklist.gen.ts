// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vWorkItem: v.GenericSchema<t.WorkItem> = v.object({
    id: v.string(),
    group: v.picklist([
        'now',
        'today',
        'late',
        'soon',
        'waiting-for-me',
        'waiting-for-others',
        'later'
    ]),
    kind: v.picklist([
        'step',
        'approval',
        'outside',
        'review',
        'emergency',
        'handover',
        'lead',
        'referral',
        'conference',
        'prepared',
        'tie',
        'task'
    ]),
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    runId: v.nullable(v.string()),
    step: v.nullable(v.string()),
    appointmentId: v.nullable(v.string()),
    title: vWords,
    protocolTitle: v.nullable(vWords),
    why: v.nullable(vWords),
    origin: v.nullable(v.picklist([
        'LEGAL',
        'REPORT',
        'MEDICAL',
        'TOOL'
    ])),
    owner: v.picklist(['ours', 'outside']),
    dueAt: v.nullable(v.string()),
    lateFrom: v.nullable(v.string()),
    atOnce: v.boolean(),
    lead: v.nullable(v.string())
});

export const vWorklist: v.GenericSchema<t.Worklist> = v.object({
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
    items: v.array(vWorkItem),
    next: v.nullable(v.string())
});
