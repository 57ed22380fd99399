// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vNamed } from '../../access/sign-in/session.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vInformedBeforehand: v.GenericSchema<t.InformedBeforehand> = v.object({
    told: v.picklist(['yes', 'no']),
    why: v.optional(v.string())
});

export const vShared: v.GenericSchema<t.Shared> = v.object({
    isBound: v.boolean(),
    why: v.string(),
    child: vInformedBeforehand,
    parents: vInformedBeforehand,
    service: v.optional(v.string()),
    what: v.string(),
    answer: v.optional(v.string()),
    toWhom: v.string(),
    how: v.picklist([
        'spoken',
        'written',
        'meeting',
        'file',
        'referral'
    ]),
    until: v.optional(v.string()),
    mayTakeIn: v.optional(v.boolean()),
    childView: v.optional(v.union([v.object({
            said: v.string()
        }), v.object({
            whyNot: v.string()
        })]))
});

export const vSharing: v.GenericSchema<t.Sharing> = v.object({
    id: v.string(),
    at: v.string(),
    by: v.union([vNamed, vRedacted]),
    recordedAt: v.string(),
    ground: v.picklist([
        'shared-secret',
        'authority',
        'emergency',
        'agreed',
        'referrer',
        'access-request',
        'other'
    ]),
    groundWords: vWords,
    classes: v.array(v.picklist([
        'identity',
        'people',
        'contact',
        'places',
        'health',
        'judicial',
        'situation',
        'narrative',
        'opinion',
        'staff'
    ])),
    corrects: v.nullable(v.string()),
    correctedBy: v.nullable(v.string()),
    content: v.nullable(v.union([vShared, vRedacted]))
});
