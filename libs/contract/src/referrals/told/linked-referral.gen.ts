// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vOver } from '../taken-back/over.gen';
import { vReferralEvent } from '../answers/answers.gen';
import { vReferralMessages } from '../messages/messages.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vLinkedTerms: v.GenericSchema<t.LinkedTerms> = v.object({
    ground: vWords,
    isBound: v.boolean(),
    child: v.picklist(['yes', 'no']),
    parents: v.picklist(['yes', 'no'])
});

export const vLinkedReferral: v.GenericSchema<t.LinkedReferral> = v.object({
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
    number: v.string(),
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
    over: v.nullable(vOver),
    checkPhone: v.nullable(v.string()),
    terms: v.nullable(vLinkedTerms),
    answers: v.array(vReferralEvent),
    messages: vReferralMessages
});
