// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vNamed } from '../../access/sign-in/session.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vMade: v.GenericSchema<t.Made> = v.object({
    id: v.string()
});

export const vRetentionDecision: v.GenericSchema<t.RetentionDecision> = v.object({
    id: v.string(),
    rule: v.picklist(['case-after-closure', 'case-after-majority']),
    months: v.nullable(v.pipe(v.number(), v.integer())),
    source: v.string(),
    proposedBy: vNamed,
    proposedAt: v.string(),
    state: v.picklist([
        'proposed',
        'in-force',
        'replaced',
        'refused'
    ]),
    settledBy: v.nullable(vNamed),
    settledAt: v.nullable(v.string()),
    maySettle: v.boolean()
});

export const vRetentionLine: v.GenericSchema<t.RetentionLine> = v.object({
    id: v.string(),
    what: vWords,
    from: vWords,
    months: v.nullable(v.pipe(v.number(), v.integer())),
    days: v.nullable(v.pipe(v.number(), v.integer())),
    origin: v.picklist(['LEGAL', 'TOOL']),
    source: vWords,
    confidence: v.picklist([
        'A',
        'B',
        'C',
        'U'
    ]),
    status: v.picklist(['verified', 'unverified']),
    ends: v.picklist([
        'two-persons',
        'by-itself',
        'never'
    ]),
    mayDecide: v.boolean(),
    decisions: v.array(vRetentionDecision)
});

export const vRetentionRules: v.GenericSchema<t.RetentionRules> = v.object({
    items: v.array(vRetentionLine)
});

export const vDueCase: v.GenericSchema<t.DueCase> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    team: vNamed,
    closedOn: v.string(),
    dueOn: v.string(),
    rule: v.picklist(['case-after-closure', 'case-after-majority']),
    isHeld: v.boolean(),
    isProposed: v.boolean()
});

export const vDueCases: v.GenericSchema<t.DueCases> = v.object({
    items: v.array(vDueCase),
    next: v.nullable(v.string()),
    hasPeriod: v.boolean()
});
