// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vDeviationItem } from './deviations/deviations.gen';
import { vFormula } from './conformance.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vCaseStepConformance: v.GenericSchema<t.CaseStepConformance> = v.object({
    step: v.string(),
    title: vWords,
    expectation: v.picklist([
        'expected',
        'open',
        'unknown',
        'waived',
        'not-applicable'
    ]),
    weight: v.number(),
    times: v.number(),
    isInOrder: v.nullable(v.boolean()),
    isInTime: v.nullable(v.boolean()),
    isByWhomItShould: v.nullable(v.boolean()),
    isApproved: v.nullable(v.boolean()),
    isMet: v.boolean(),
    doneAt: v.nullable(v.string()),
    origin: v.nullable(v.picklist([
        'LEGAL',
        'REPORT',
        'MEDICAL',
        'TOOL'
    ])),
    lateDays: v.nullable(v.number())
});

export const vCaseRunConformance: v.GenericSchema<t.CaseRunConformance> = v.object({
    expected: v.number(),
    met: v.number(),
    fitness: v.nullable(v.number()),
    runId: v.string(),
    protocol: v.string(),
    version: v.string(),
    title: vWords,
    steps: v.array(vCaseStepConformance)
});

export const vCaseFileConformance: v.GenericSchema<t.CaseFileConformance> = v.object({
    expected: v.number(),
    met: v.number(),
    fitness: v.nullable(v.number()),
    formula: vFormula,
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    runs: v.array(vCaseRunConformance),
    deviations: v.array(vDeviationItem)
});
