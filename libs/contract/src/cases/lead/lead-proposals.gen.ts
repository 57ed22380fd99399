// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vRedacted } from '../../platform/answers/shown.gen';

export const vLeadProposal: v.GenericSchema<t.LeadProposal> = v.object({
    id: v.string(),
    state: v.picklist([
        'open',
        'silent',
        'refused'
    ]),
    to: v.union([v.string(), vRedacted]),
    teams: v.union([v.string(), vRedacted]),
    by: v.union([v.string(), vRedacted]),
    at: v.string(),
    until: v.string(),
    words: v.union([v.string(), vRedacted]),
    refusal: v.nullable(v.picklist([
        'too-many',
        'away-soon',
        'better-placed',
        'not-trained',
        'other'
    ])),
    answer: v.nullable(v.union([v.string(), vRedacted])),
    mayAnswer: v.boolean(),
    mayClose: v.boolean()
});
