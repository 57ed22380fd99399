// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vPerson: v.GenericSchema<t.Person> = v.object({
    id: v.string(),
    name: v.union([v.string(), vRedacted]),
    relation: v.union([
        v.literal('mother'),
        v.literal('father'),
        v.literal('parent'),
        v.literal('step_parent'),
        v.literal('guardian'),
        v.literal('sibling'),
        v.literal('relative'),
        v.literal('friend'),
        v.literal('neighbour'),
        v.literal('partner'),
        v.literal('exploiter'),
        v.literal('professional'),
        v.literal('other'),
        vRedacted
    ]),
    familyRole: v.optional(v.union([
        v.literal('protective'),
        v.literal('overwhelmed'),
        v.literal('unaware'),
        v.literal('implicated'),
        v.literal('unknown'),
        vRedacted
    ])),
    livesWithChild: v.optional(v.union([
        v.literal('yes'),
        v.literal('no'),
        v.literal('unknown'),
        vRedacted
    ])),
    mayContact: v.optional(v.union([
        v.literal('yes'),
        v.literal('no'),
        v.literal('unknown'),
        vRedacted
    ])),
    contact: v.optional(v.union([v.string(), vRedacted])),
    note: v.optional(v.union([v.string(), vRedacted])),
    mayBeContacted: v.boolean(),
    whyNot: v.optional(vWords)
});
