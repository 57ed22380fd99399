// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vNamed } from '../../access/sign-in/session.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vAccessRequestSummary: v.GenericSchema<t.AccessRequestSummary> = v.object({
    id: v.string(),
    subject: v.picklist([
        'child',
        'person',
        'staff'
    ]),
    caseFileId: v.nullable(v.string()),
    about: v.string(),
    receivedOn: v.string(),
    dueOn: v.string(),
    state: v.picklist([
        'to-review',
        'reviewed',
        'handed-over',
        'refused'
    ]),
    preparedBy: vNamed,
    reviewedBy: v.nullable(vNamed),
    lines: v.pipe(v.number(), v.integer()),
    toReview: v.pipe(v.number(), v.integer())
});

export const vAccessRequestPage: v.GenericSchema<t.AccessRequestPage> = v.object({
    items: v.array(vAccessRequestSummary),
    next: v.nullable(v.string())
});

export const vLineVerdict: v.GenericSchema<t.LineVerdict> = v.object({
    keep: v.boolean(),
    reason: v.optional(v.picklist([
        'others',
        'safety',
        'investigation',
        'source',
        'not-concerned'
    ]))
});

export const vAccessLine: v.GenericSchema<t.AccessLine> = v.object({
    id: v.pipe(v.number(), v.integer()),
    section: vWords,
    label: vWords,
    text: vWords,
    fieldClass: v.nullable(v.picklist([
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
    kind: v.picklist([
        'own',
        'free-text',
        'others'
    ]),
    fileId: v.nullable(v.string()),
    verdict: v.nullable(vLineVerdict)
});

export const vMayAnswer: v.GenericSchema<t.MayAnswer> = v.object({
    review: v.boolean(),
    refuse: v.boolean(),
    handOver: v.boolean(),
    download: v.boolean()
});

export const vAccessRequest: v.GenericSchema<t.AccessRequest> = v.object({
    id: v.string(),
    subject: v.picklist([
        'child',
        'person',
        'staff'
    ]),
    caseFileId: v.nullable(v.string()),
    about: v.string(),
    receivedOn: v.string(),
    dueOn: v.string(),
    state: v.picklist([
        'to-review',
        'reviewed',
        'handed-over',
        'refused'
    ]),
    preparedBy: vNamed,
    reviewedBy: v.nullable(vNamed),
    lines: v.pipe(v.number(), v.integer()),
    toReview: v.pipe(v.number(), v.integer()),
    askedBy: v.string(),
    identityChecked: v.string(),
    items: v.array(vAccessLine),
    revision: v.pipe(v.number(), v.integer()),
    handedTo: v.nullable(v.string()),
    handedHow: v.nullable(v.string()),
    handedAt: v.nullable(v.string()),
    refusal: v.nullable(v.string()),
    may: vMayAnswer
});
