// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vCapacityLink } from '../capacity/capacity.gen';
import { vCrowded } from '../places/crowded.gen';
import { vNamed } from '../../access/sign-in/session.gen';
import { vPreparedReferral } from '../prepared/seen-prepared.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vReferralMessages } from '../messages/messages.gen';
import { vUnaskedNeed } from '../needs/unasked/unasked-needs.gen';

export const vReferralEvent: v.GenericSchema<t.ReferralEvent> = v.object({
    kind: v.picklist([
        'sent',
        'received',
        'accepted',
        'refused',
        'other-offer',
        'elsewhere',
        'first-appointment',
        'feedback',
        'ended',
        'reminded',
        'answer-asked',
        'escalated',
        'feedback-asked',
        'feedback-missing',
        'unmet',
        'withdrawn',
        'kept-away'
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
        'no-service',
        'met',
        'partly-met',
        'not-met',
        'offer-taken'
    ])),
    words: v.nullable(v.string()),
    expectedAt: v.nullable(v.string()),
    byWhen: v.nullable(v.string()),
    whomToCall: v.nullable(v.string())
});

export const vReachedService: v.GenericSchema<t.ReachedService> = v.object({
    phones: v.array(v.string()),
    hasMail: v.boolean(),
    number: v.string(),
    link: v.nullable(vCapacityLink)
});

export const vSentReferral: v.GenericSchema<t.SentReferral> = v.object({
    id: v.string(),
    partner: vNamed,
    service: v.nullable(vReachedService),
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
    sentAt: v.string(),
    dueAt: v.string(),
    until: v.string(),
    feedbackDueAt: v.nullable(v.string()),
    crowded: v.nullable(vCrowded),
    isAwaited: v.boolean(),
    events: v.array(vReferralEvent),
    messages: vReferralMessages
});

export const vReferralNeed: v.GenericSchema<t.ReferralNeed> = v.object({
    id: v.string(),
    request: v.nullable(v.string()),
    need: v.nullable(v.picklist([
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
    state: v.picklist([
        'open',
        'later',
        'unsure',
        'waiting',
        'unmet',
        'met'
    ]),
    isOpen: v.boolean(),
    asked: v.pipe(v.number(), v.integer()),
    referrals: v.array(vSentReferral)
});

export const vRunningQuestion: v.GenericSchema<t.RunningQuestion> = v.object({
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
    state: v.picklist([
        'waiting',
        'found',
        'open'
    ]),
    asked: v.pipe(v.number(), v.integer()),
    dueAt: v.string()
});

export const vSentReferrals: v.GenericSchema<t.SentReferrals> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    mayRefer: v.boolean(),
    mayWithdraw: v.boolean(),
    needs: v.array(vReferralNeed),
    questions: v.array(vRunningQuestion),
    prepared: v.array(vPreparedReferral),
    unasked: v.array(vUnaskedNeed)
});

export const vUnansweredReferral: v.GenericSchema<t.UnansweredReferral> = v.object({
    what: v.picklist([
        'answer',
        'feedback',
        'first',
        'next',
        'reception',
        'age-gap',
        'message'
    ]),
    caseFileId: v.string(),
    reference: v.string(),
    team: v.string(),
    partner: v.nullable(v.string()),
    since: v.string()
});

export const vUnansweredReferrals: v.GenericSchema<t.UnansweredReferrals> = v.object({
    items: v.array(vUnansweredReferral),
    next: v.nullable(v.string())
});
