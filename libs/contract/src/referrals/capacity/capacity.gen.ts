// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vNamed } from '../../access/sign-in/session.gen';
import { vOver } from '../taken-back/over.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vServedAges } from '../../directory/services/services.gen';

export const vCapacityLink: v.GenericSchema<t.CapacityLink> = v.object({
    state: v.picklist([
        'waiting',
        'sent',
        'locked',
        'over'
    ]),
    code: v.nullable(v.string()),
    until: v.nullable(v.string())
});

export const vCapacityEvent: v.GenericSchema<t.CapacityEvent> = v.object({
    kind: v.picklist([
        'yes',
        'no',
        'other-offer',
        'elsewhere',
        'reminded',
        'referred',
        'told',
        'closed',
        'taken',
        'unmet',
        'met'
    ]),
    at: v.string(),
    by: v.nullable(v.string()),
    reason: v.nullable(v.picklist([
        'full',
        'age',
        'language',
        'not-our-mission',
        'not-safe-here',
        'refused',
        'silent',
        'no-service'
    ])),
    heldUntil: v.nullable(v.string()),
    words: v.nullable(v.string()),
    whomToCall: v.nullable(v.string())
});

export const vCapacityRequest: v.GenericSchema<t.CapacityRequest> = v.object({
    id: v.string(),
    number: v.string(),
    service: vNamed,
    hasLeft: v.boolean(),
    phones: v.array(v.string()),
    members: v.array(vNamed),
    state: v.picklist([
        'waiting',
        'yes',
        'no',
        'other-offer',
        'elsewhere',
        'no-answer',
        'lapsed',
        'closed',
        'kept-away'
    ]),
    link: v.nullable(vCapacityLink),
    isReferred: v.boolean(),
    isToConfirm: v.boolean(),
    events: v.array(vCapacityEvent)
});

export const vCapacityQuestion: v.GenericSchema<t.CapacityQuestion> = v.object({
    need: v.picklist([
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
    ]),
    ages: v.nullable(vServedAges),
    sex: v.nullable(v.picklist([
        'girl',
        'boy',
        'other'
    ])),
    languages: v.array(v.string()),
    wanted: v.picklist([
        'at-once',
        'within-a-day',
        'within-a-week'
    ]),
    dueAt: v.string(),
    askedAt: v.string(),
    id: v.string(),
    state: v.picklist([
        'waiting',
        'found',
        'open',
        'unmet',
        'closed'
    ]),
    asked: v.number(),
    yes: v.number(),
    no: v.number(),
    otherOffer: v.number(),
    elsewhere: v.number(),
    silent: v.number(),
    unmet: v.nullable(v.picklist([
        'refused',
        'full',
        'age',
        'language',
        'silent',
        'no-service'
    ])),
    isMet: v.boolean(),
    requests: v.array(vCapacityRequest)
});

export const vCapacityQuestions: v.GenericSchema<t.CapacityQuestions> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    mayRefer: v.boolean(),
    items: v.array(vCapacityQuestion)
});

export const vReceivedCapacity: v.GenericSchema<t.ReceivedCapacity> = v.object({
    number: v.string(),
    need: v.picklist([
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
    ]),
    ages: v.nullable(vServedAges),
    sex: v.nullable(v.picklist([
        'girl',
        'boy',
        'other'
    ])),
    languages: v.array(v.string()),
    wanted: v.picklist([
        'at-once',
        'within-a-day',
        'within-a-week'
    ]),
    dueAt: v.string(),
    state: v.picklist([
        'waiting',
        'yes',
        'no',
        'other-offer',
        'elsewhere',
        'no-answer',
        'lapsed',
        'closed',
        'kept-away'
    ]),
    heldUntil: v.nullable(v.string()),
    isClosed: v.boolean(),
    over: v.nullable(vOver),
    checkPhone: v.nullable(v.string()),
    id: v.string(),
    service: v.string()
});

export const vReceivedCapacities: v.GenericSchema<t.ReceivedCapacities> = v.object({
    items: v.array(vReceivedCapacity),
    next: v.nullable(v.string())
});

export const vAskedCapacity: v.GenericSchema<t.AskedCapacity> = v.object({
    number: v.string(),
    need: v.picklist([
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
    ]),
    ages: v.nullable(vServedAges),
    sex: v.nullable(v.picklist([
        'girl',
        'boy',
        'other'
    ])),
    languages: v.array(v.string()),
    wanted: v.picklist([
        'at-once',
        'within-a-day',
        'within-a-week'
    ]),
    dueAt: v.string(),
    state: v.picklist([
        'waiting',
        'yes',
        'no',
        'other-offer',
        'elsewhere',
        'no-answer',
        'lapsed',
        'closed',
        'kept-away'
    ]),
    heldUntil: v.nullable(v.string()),
    isClosed: v.boolean(),
    over: v.nullable(vOver),
    checkPhone: v.nullable(v.string())
});
