// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vInboxItem: v.GenericSchema<t.InboxItem> = v.object({
    id: v.string(),
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    runId: v.string(),
    step: v.string(),
    of: v.picklist(['step', 'approval']),
    title: vWords,
    origin: v.picklist([
        'LEGAL',
        'REPORT',
        'MEDICAL',
        'TOOL'
    ]),
    dueAt: v.nullable(v.string()),
    lateFrom: v.nullable(v.string()),
    atOnce: v.boolean(),
    why: v.picklist([
        'follows',
        'approves',
        'on-duty'
    ]),
    at: v.string(),
    answeredBy: v.nullable(v.string()),
    answeredAt: v.nullable(v.string())
});

export const vDayWord: v.GenericSchema<t.DayWord> = v.object({
    madeAt: v.string(),
    late: v.number(),
    today: v.number(),
    approvals: v.number()
});

export const vRenewal: v.GenericSchema<t.Renewal> = v.object({
    item: v.string(),
    title: vWords,
    isOver: v.boolean(),
    isByVersion: v.boolean(),
    until: v.string()
});

export const vDigestChoice: v.GenericSchema<t.DigestChoice> = v.object({
    hour: v.pipe(v.number(), v.integer()),
    byMail: v.boolean()
});

export const vReminders: v.GenericSchema<t.Reminders> = v.object({
    items: v.array(vInboxItem),
    more: v.number(),
    needs: v.pipe(v.number(), v.integer()),
    digest: v.nullable(vDayWord),
    renewals: v.array(vRenewal),
    choice: vDigestChoice,
    hasMail: v.boolean()
});
