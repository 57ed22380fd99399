// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vAgeBetween, vExactAge, vPastEighteen, vUnknownAge } from '../page/age.gen';
import { vAnswerOfRole, vShownValue, vSignsSeen } from '../page/case-file.gen';
import { vPerson } from '../people/person.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vApprovalItem: v.GenericSchema<t.ApprovalItem> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    age: v.union([
        vUnknownAge,
        vExactAge,
        vAgeBetween,
        vPastEighteen,
        vRedacted
    ]),
    danger: v.nullable(vAnswerOfRole),
    dangerState: v.picklist([
        'weighed',
        'seen',
        'not-known',
        'redacted'
    ]),
    signs: v.array(vSignsSeen),
    facts: v.array(vShownValue),
    runId: v.string(),
    step: v.string(),
    entryId: v.string(),
    seq: v.optional(v.pipe(v.number(), v.integer())),
    title: vWords,
    protocolTitle: vWords,
    enteredBy: v.string(),
    occurredAt: v.string(),
    dueAt: v.nullable(v.string()),
    inEffect: v.boolean(),
    mayNot: v.nullable(vWords),
    values: v.array(vShownValue),
    reasons: v.array(vWords),
    bestInterests: v.nullable(v.string()),
    childView: v.nullable(v.union([v.object({
            said: v.string()
        }), v.object({
            whyNot: v.string()
        })])),
    redactedWords: v.optional(v.array(v.picklist([
        'reasons',
        'bestInterests',
        'childView'
    ]))),
    missingWords: v.optional(v.array(v.picklist(['best-interests', 'child-view']))),
    effects: v.array(vWords),
    people: v.optional(v.array(vPerson))
});

export const vApprovalPage: v.GenericSchema<t.ApprovalPage> = v.object({
    items: v.array(vApprovalItem),
    next: v.nullable(v.string()),
    total: v.optional(v.number())
});
