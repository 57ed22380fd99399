// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../../types.gen';
import { vWords } from '../../../platform/answers/words.gen';

export const vPublicationBlocker: v.GenericSchema<t.PublicationBlocker> = v.object({
    text: vWords,
    field: v.optional(v.string()),
    runId: v.optional(v.string()),
    step: v.optional(v.string()),
    basis: v.optional(v.array(v.string())),
    about: v.optional(v.string()),
    story: v.optional(vWords),
    lines: v.optional(v.array(vWords)),
    code: v.picklist([
        'has-errors',
        'other-protocol',
        'version-exists',
        'version-says-too-little',
        'version-not-newer',
        'too-much-work',
        'no-change-notes',
        'in-force-past',
        'not-explored',
        'exploring',
        'exploration-failed',
        'broken-safeguard',
        'broken-promise',
        'dropped-safeguard',
        'lost-proof',
        'not-approved'
    ])
});
