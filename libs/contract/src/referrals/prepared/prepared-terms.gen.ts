// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vInformedBeforehand } from '../../privacy/sharing/sharing.gen';

export const vPreparedTerms: v.GenericSchema<t.PreparedTerms> = v.object({
    isBound: v.optional(v.boolean()),
    why: v.optional(v.string()),
    child: v.optional(vInformedBeforehand),
    parents: v.optional(vInformedBeforehand),
    classes: v.optional(v.array(v.picklist([
        'identity',
        'contact',
        'places',
        'health',
        'situation',
        'narrative'
    ]))),
    ground: v.optional(v.picklist([
        'shared-secret',
        'authority',
        'emergency',
        'agreed',
        'referrer',
        'access-request',
        'other'
    ])),
    answerHours: v.optional(v.picklist([
        4,
        24,
        48,
        168
    ])),
    childView: v.optional(v.union([v.object({
            said: v.string()
        }), v.object({
            whyNot: v.string()
        })])),
    besideAnother: v.optional(v.string()),
    leftOut: v.optional(v.array(v.string())),
    need: v.optional(v.picklist([
        'bed-tonight',
        'lasting-place',
        'urgent-medicine',
        'forensic-examination',
        'sexual-medicine',
        'psychological-support',
        'addiction-support',
        'recorded-room',
        'legal-help',
        'interpreter-help',
        'school-or-training',
        'street-presence'
    ])),
    beforeYes: v.optional(v.string()),
    needId: v.optional(v.string()),
    request: v.optional(v.string()),
    days: v.optional(v.pipe(v.number(), v.integer())),
    how: v.optional(v.picklist(['spoken', 'written'])),
    isOtherNeed: v.optional(v.boolean()),
    showsPlaces: v.optional(v.boolean())
});
