// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vRedacted } from '../../platform/answers/shown.gen';

export const vWhomToAsk: v.GenericSchema<t.WhomToAsk> = v.object({
    name: v.string(),
    team: v.string()
});

export const vCaseLink: v.GenericSchema<t.CaseLink> = v.object({
    id: v.string(),
    kind: v.picklist([
        'sibling',
        'co-victim',
        'same-facilitator'
    ]),
    state: v.picklist([
        'to-answer',
        'agreed',
        'waiting',
        'refused',
        'ended'
    ]),
    since: v.string(),
    ask: v.nullable(vWhomToAsk),
    reference: v.nullable(v.string()),
    otherCaseFileId: v.nullable(v.string())
});

export const vCaseLinks: v.GenericSchema<t.CaseLinks> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    links: v.union([v.array(vCaseLink), vRedacted]),
    mayWrite: v.boolean()
});
