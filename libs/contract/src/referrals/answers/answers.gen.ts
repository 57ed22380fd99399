// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vNamed } from '../../access/sign-in/session.gen';
import { vRedacted } from '../../platform/answers/shown.gen';

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
        'escalated',
        'feedback-asked',
        'feedback-missing',
        'unmet'
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
        'not-met'
    ])),
    words: v.nullable(v.string()),
    byWhen: v.nullable(v.string()),
    whomToCall: v.nullable(v.string())
});

export const vSentReferral: v.GenericSchema<t.SentReferral> = v.object({
    id: v.string(),
    partner: vNamed,
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
    isAwaited: v.boolean(),
    events: v.array(vReferralEvent)
});

export const vReferralNeed: v.GenericSchema<t.ReferralNeed> = v.object({
    id: v.string(),
    request: v.nullable(v.string()),
    state: v.picklist([
        'open',
        'unsure',
        'waiting',
        'unmet',
        'met'
    ]),
    isOpen: v.boolean(),
    referrals: v.array(vSentReferral)
});

export const vSentReferrals: v.GenericSchema<t.SentReferrals> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    mayRefer: v.boolean(),
    needs: v.array(vReferralNeed)
});

export const vUnansweredReferral: v.GenericSchema<t.UnansweredReferral> = v.object({
    what: v.picklist(['answer', 'feedback']),
    caseFileId: v.string(),
    reference: v.string(),
    team: v.string(),
    partner: v.string(),
    since: v.string()
});

export const vUnansweredReferrals: v.GenericSchema<t.UnansweredReferrals> = v.object({
    items: v.array(vUnansweredReferral),
    next: v.nullable(v.string())
});
