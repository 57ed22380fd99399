// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vVersionChange: v.GenericSchema<t.VersionChange> = v.object({
    what: v.picklist([
        'step',
        'deadline',
        'condition',
        'approval',
        'field',
        'fact',
        'outcome',
        'opens',
        'safeguard',
        'limit',
        'text'
    ]),
    how: v.picklist([
        'added',
        'changed',
        'removed',
        'longer',
        'shorter'
    ]),
    id: v.string(),
    effect: v.picklist([
        'protects-more',
        'protects-less',
        'to-review',
        'words'
    ]),
    text: vWords,
    before: v.optional(v.string()),
    after: v.optional(v.string())
});

export const vProtocolDiff: v.GenericSchema<t.ProtocolDiff> = v.object({
    protocol: v.string(),
    from: v.string(),
    to: v.string(),
    kind: v.picklist([
        'patch',
        'minor',
        'major'
    ]),
    changes: v.array(vVersionChange)
});
