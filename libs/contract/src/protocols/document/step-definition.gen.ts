// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vOpensAt: v.GenericSchema<t.OpensAt> = v.object({
    after: v.string(),
    from: v.string()
});

export const vApprover: v.GenericSchema<t.Approver> = v.object({
    role: v.picklist([
        'TS',
        'REF',
        'CRIP',
        'EVAL',
        'MED',
        'PSY',
        'INT',
        'LOG',
        'ONG',
        'SUP',
        'AUD',
        'OPJ',
        'PROC',
        'JE',
        'JI',
        'AAH',
        'AVO',
        'PREF'
    ]),
    when: v.optional(v.string()),
    effect: v.optional(v.picklist(['before', 'at-once'])),
    overlay: v.optional(v.string())
});

export const vReminderDefinition: v.GenericSchema<t.ReminderDefinition> = v.object({
    after: v.string(),
    do: v.optional(v.picklist(['remind'])),
    tell: v.optional(v.picklist([
        'TS',
        'REF',
        'CRIP',
        'EVAL',
        'MED',
        'PSY',
        'INT',
        'LOG',
        'ONG',
        'SUP',
        'AUD',
        'OPJ',
        'PROC',
        'JE',
        'JI',
        'AAH',
        'AVO',
        'PREF'
    ]))
});

export const vRecurrenceLine: v.GenericSchema<t.RecurrenceLine> = v.object({
    when: v.optional(v.string()),
    is: v.string()
});

export const vDeadlineDefinition: v.GenericSchema<t.DeadlineDefinition> = v.object({
    within: v.string(),
    from: v.string(),
    origin: v.picklist([
        'LEGAL',
        'REPORT',
        'MEDICAL',
        'TOOL'
    ]),
    owner: v.picklist(['ours', 'outside']),
    basis: v.array(v.string()),
    late: v.array(vReminderDefinition),
    every: v.optional(v.array(vRecurrenceLine)),
    overlay: v.optional(v.string())
});

export const vRequirement: v.GenericSchema<t.Requirement> = v.object({
    when: v.string(),
    that: v.string(),
    because: vWords,
    counted: v.optional(v.picklist(['hotel-refused'])),
    basis: v.array(v.string())
});

export const vFlagDefinition: v.GenericSchema<t.FlagDefinition> = v.object({
    when: v.string(),
    tell: v.optional(v.picklist([
        'TS',
        'REF',
        'CRIP',
        'EVAL',
        'MED',
        'PSY',
        'INT',
        'LOG',
        'ONG',
        'SUP',
        'AUD',
        'OPJ',
        'PROC',
        'JE',
        'JI',
        'AAH',
        'AVO',
        'PREF'
    ])),
    incident: v.optional(v.boolean()),
    because: vWords,
    basis: v.array(v.string())
});

export const vValidityDefinition: v.GenericSchema<t.ValidityDefinition> = v.object({
    for: v.string(),
    until: v.array(v.string())
});

export const vStepDefinition: v.GenericSchema<t.StepDefinition> = v.object({
    id: v.string(),
    part: v.optional(v.string()),
    overlay: v.optional(v.string()),
    code: v.string(),
    kind: v.picklist([
        'form',
        'checklist',
        'decision',
        'interview',
        'referral',
        'approval',
        'document',
        'recorded-act'
    ]),
    title: vWords,
    guidance: v.optional(vWords),
    tooLate: v.optional(vWords),
    by: v.array(v.picklist([
        'TS',
        'REF',
        'CRIP',
        'EVAL',
        'MED',
        'PSY',
        'INT',
        'LOG',
        'ONG',
        'SUP',
        'AUD',
        'OPJ',
        'PROC',
        'JE',
        'JI',
        'AAH',
        'AVO',
        'PREF'
    ])),
    enteredBy: v.optional(v.array(v.picklist([
        'TS',
        'REF',
        'CRIP',
        'EVAL',
        'MED',
        'PSY',
        'INT',
        'LOG',
        'ONG',
        'SUP',
        'AUD',
        'OPJ',
        'PROC',
        'JE',
        'JI',
        'AAH',
        'AVO',
        'PREF'
    ]))),
    after: v.array(v.string()),
    when: v.optional(v.string()),
    unless: v.optional(v.string()),
    ready: v.optional(v.string()),
    opensAt: v.optional(vOpensAt),
    fields: v.array(v.string()),
    required: v.array(v.string()),
    adds: v.optional(v.string()),
    about: v.optional(v.string()),
    closes: v.optional(v.string()),
    decides: v.optional(v.string()),
    reasons: v.record(v.string(), v.string()),
    approvedBy: v.optional(vApprover),
    evidence: v.array(v.string()),
    due: v.optional(vDeadlineDefinition),
    repeatable: v.union([v.literal(false), v.object({
            newFacts: v.boolean()
        })]),
    waivable: v.picklist([
        'never',
        'with-approval',
        'with-reason'
    ]),
    waiverReasons: v.optional(v.string()),
    requires: v.array(vRequirement),
    flags: v.array(vFlagDefinition),
    protective: v.boolean(),
    offers: v.optional(v.string()),
    contacts: v.optional(v.picklist(['family'])),
    reports: v.optional(v.picklist(['prosecutor'])),
    hands: v.optional(v.picklist(['rights-sheet'])),
    saysCalled: v.optional(v.boolean()),
    counted: v.optional(v.picklist(['no-place-tonight'])),
    needs: v.optional(v.picklist(['child present'])),
    valid: v.optional(vValidityDefinition),
    basis: v.array(v.string())
});
