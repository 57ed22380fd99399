// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vCaseLine, vFactDefinition } from './fact-definition.gen';
import { vStepDefinition } from './step-definition.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vLimit: v.GenericSchema<t.Limit> = v.object({
    value: v.number(),
    margin: v.optional(v.picklist(['age'])),
    unit: v.optional(v.string()),
    overlay: v.picklist([
        'never',
        'higher',
        'lower'
    ]),
    origin: v.optional(v.picklist([
        'LEGAL',
        'REPORT',
        'MEDICAL',
        'TOOL'
    ])),
    tightenedBy: v.optional(v.string()),
    basis: v.array(v.string())
});

export const vCallDefinition: v.GenericSchema<t.CallDefinition> = v.object({
    who: vWords,
    why: v.optional(vWords),
    numbers: v.array(v.string())
});

export const vAbsenceDefinition: v.GenericSchema<t.AbsenceDefinition> = v.object({
    over: v.string(),
    at: v.string(),
    since: v.optional(v.string()),
    hour: v.optional(v.string()),
    calls: v.optional(v.array(vCallDefinition))
});

export const vOpeningDelay: v.GenericSchema<t.OpeningDelay> = v.object({
    after: v.string(),
    from: v.string(),
    origin: v.picklist([
        'LEGAL',
        'REPORT',
        'MEDICAL',
        'TOOL'
    ])
});

export const vOpensDefinition: v.GenericSchema<t.OpensDefinition> = v.object({
    id: v.string(),
    protocol: v.string(),
    when: v.optional(v.string()),
    unless: v.optional(v.string()),
    again: v.boolean(),
    delay: v.optional(vOpeningDelay),
    basis: v.array(v.string())
});

export const vRestDefinition: v.GenericSchema<t.RestDefinition> = v.object({
    decidedBy: v.string(),
    keeps: v.picklist(['nothing', 'protective'])
});

export const vOutcomeDefinition: v.GenericSchema<t.OutcomeDefinition> = v.object({
    id: v.string(),
    title: vWords,
    protects: v.picklist(['full', 'less']),
    when: v.optional(v.string()),
    otherwise: v.boolean(),
    note: v.optional(vWords),
    rests: v.optional(vRestDefinition),
    age: v.optional(v.picklist(['adult']))
});

export const vSameSteps: v.GenericSchema<t.SameSteps> = v.object({
    whatever: v.array(v.string()),
    among: v.optional(v.string())
});

export const vSameOutcome: v.GenericSchema<t.SameOutcome> = v.object({
    whatever: v.array(v.string()),
    when: v.optional(v.string())
});

export const vOnlyAdds: v.GenericSchema<t.OnlyAdds> = v.object({
    as: v.string(),
    below: v.string(),
    among: v.string()
});

export const vSafeguardDefinition: v.GenericSchema<t.SafeguardDefinition> = v.object({
    id: v.string(),
    title: v.optional(vWords),
    always: v.optional(v.string()),
    never: v.optional(v.string()),
    sameSteps: v.optional(vSameSteps),
    sameOutcome: v.optional(vSameOutcome),
    onlyAdds: v.optional(vOnlyAdds),
    forgetting: v.optional(v.picklist(['outcome'])),
    overlay: v.optional(v.string()),
    basis: v.array(v.string())
});

export const vProtocolDocument: v.GenericSchema<t.ProtocolDocument> = v.object({
    protocol: v.string(),
    version: v.string(),
    code: v.string(),
    title: vWords,
    purpose: vWords,
    runs: v.picklist(['one', 'many']),
    basis: v.array(v.string()),
    absence: v.optional(vAbsenceDefinition),
    opensWith: v.optional(v.picklist(['case'])),
    noticesOnly: v.optional(v.boolean()),
    tells: v.optional(v.picklist(['age'])),
    limits: v.record(v.string(), vLimit),
    facts: v.record(v.string(), vFactDefinition),
    derived: v.record(v.string(), v.union([v.string(), v.array(vCaseLine)])),
    reasons: v.optional(v.record(v.string(), v.record(v.string(), vWords))),
    contradictions: v.optional(v.record(v.string(), v.record(v.string(), v.string()))),
    steps: v.array(vStepDefinition),
    opens: v.array(vOpensDefinition),
    outcomes: v.array(vOutcomeDefinition),
    safeguards: v.array(vSafeguardDefinition)
});
