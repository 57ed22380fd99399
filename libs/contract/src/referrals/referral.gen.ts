// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../types.gen';
import { vReceivedTerms } from './received-terms.gen';
import { vRedacted } from '../platform/answers/shown.gen';
import { vReferralEvent } from './answers/answers.gen';
import { vReferralMessages } from './messages/messages.gen';
import { vWords } from '../platform/answers/words.gen';

export const vReferralPartner: v.GenericSchema<t.ReferralPartner> = v.object({
    id: v.string(),
    name: v.string(),
    organisations: v.array(v.string())
});

export const vReferableClass: v.GenericSchema<t.ReferableClass> = v.object({
    fieldClass: v.picklist([
        'identity',
        'contact',
        'places',
        'health',
        'situation',
        'narrative'
    ]),
    title: vWords,
    now: v.array(vWords)
});

export const vReferralChoices: v.GenericSchema<t.ReferralChoices> = v.object({
    partners: v.array(vReferralPartner),
    classes: v.array(vReferableClass)
});

export const vReferredLine: v.GenericSchema<t.ReferredLine> = v.object({
    title: vWords,
    shown: vWords,
    at: v.nullable(v.string()),
    addedAt: v.nullable(v.string())
});

export const vReferredPart: v.GenericSchema<t.ReferredPart> = v.object({
    fieldClass: v.picklist([
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
    ]),
    title: vWords,
    lines: v.union([v.array(vReferredLine), vRedacted])
});

export const vReferredCase: v.GenericSchema<t.ReferredCase> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    team: v.string(),
    zone: v.string(),
    since: v.string(),
    until: v.string(),
    terms: v.nullable(vReceivedTerms),
    isClosed: v.boolean(),
    request: v.union([v.string(), vRedacted]),
    state: v.picklist([
        'sent',
        'received',
        'accepted',
        'started',
        'refused',
        'other-offer',
        'elsewhere',
        'no-answer',
        'withdrawn',
        'ended'
    ]),
    dueAt: v.string(),
    checkPhone: v.nullable(v.string()),
    feedbackDueAt: v.nullable(v.string()),
    mayGiveFeedback: v.boolean(),
    answers: v.array(vReferralEvent),
    messages: vReferralMessages,
    parts: v.array(vReferredPart)
});

export const vPastReferral: v.GenericSchema<t.PastReferral> = v.object({
    id: v.string(),
    caseFileId: v.string(),
    team: v.string(),
    reference: v.string(),
    since: v.string(),
    endedAt: v.string(),
    isWithdrawn: v.boolean()
});

export const vPastReferrals: v.GenericSchema<t.PastReferrals> = v.object({
    items: v.array(vPastReferral),
    next: v.nullable(v.string())
});

export const vReceivedReferral: v.GenericSchema<t.ReceivedReferral> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    team: v.string(),
    zone: v.string(),
    since: v.string(),
    until: v.string(),
    id: v.string(),
    asks: v.nullable(vWords),
    state: v.picklist([
        'sent',
        'received',
        'accepted',
        'started',
        'refused',
        'other-offer',
        'elsewhere',
        'no-answer',
        'withdrawn',
        'ended'
    ]),
    isOfferTaken: v.boolean(),
    dueAt: v.string(),
    carries: v.array(vWords),
    hasNewMessage: v.boolean()
});

export const vReceivedReferrals: v.GenericSchema<t.ReceivedReferrals> = v.object({
    items: v.array(vReceivedReferral),
    next: v.nullable(v.string())
});
