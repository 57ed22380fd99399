// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vFormula: v.GenericSchema<t.Formula> = v.object({
    what: vWords,
    weights: vWords,
    expected: vWords,
    leftOut: vWords,
    apart: vWords
});

export const vProtocolFigures: v.GenericSchema<t.ProtocolFigures> = v.object({
    expected: v.number(),
    met: v.number(),
    fitness: v.nullable(v.number()),
    protocol: v.string(),
    title: vWords,
    runs: v.number(),
    lateLegal: v.number(),
    lateOther: v.number()
});

export const vStepFigures: v.GenericSchema<t.StepFigures> = v.object({
    expected: v.number(),
    met: v.number(),
    fitness: v.nullable(v.number()),
    protocol: v.string(),
    step: v.string(),
    title: vWords,
    expectedRuns: v.number(),
    doneRuns: v.number(),
    times: v.number(),
    medianWait: v.nullable(v.number()),
    ninetiethWait: v.nullable(v.number()),
    lateLegal: v.number(),
    lateOther: v.number(),
    shareLate: v.nullable(v.number())
});

export const vDeviationCount: v.GenericSchema<t.DeviationCount> = v.object({
    kind: v.picklist([
        'no-third-person',
        'rights-incident',
        'late',
        'skipped',
        'unapproved',
        'unweighed',
        'out-of-order',
        'repeated',
        'waived',
        'amended',
        'late-recording',
        'flag'
    ]),
    count: v.number(),
    toJudge: v.number()
});

export const vFollowedRules: v.GenericSchema<t.FollowedRules> = v.object({
    protocol: v.string(),
    title: vWords,
    versions: v.array(v.string())
});

export const vNamedTeam: v.GenericSchema<t.NamedTeam> = v.object({
    id: v.string(),
    name: v.string()
});

export const vConformance: v.GenericSchema<t.Conformance> = v.object({
    expected: v.number(),
    met: v.number(),
    fitness: v.nullable(v.number()),
    formula: vFormula,
    cases: v.number(),
    runs: v.number(),
    protocols: v.array(vProtocolFigures),
    steps: v.array(vStepFigures),
    deviations: v.array(vDeviationCount),
    rules: v.array(vFollowedRules),
    teams: v.array(vNamedTeam)
});
