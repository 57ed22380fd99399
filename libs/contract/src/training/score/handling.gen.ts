// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vBranchedFrom } from '../spaces/training-spaces.gen';
import { vScoreMoment } from './moment.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vHandledStep: v.GenericSchema<t.HandledStep> = v.object({
    step: v.string(),
    title: vWords,
    handling: v.picklist([
        'missing',
        'late',
        'otherwise',
        'unknown',
        'waived',
        'done',
        'open'
    ])
});

export const vHandledRun: v.GenericSchema<t.HandledRun> = v.object({
    protocol: v.string(),
    version: v.string(),
    title: vWords,
    steps: v.array(vHandledStep)
});

export const vGroupDeviation: v.GenericSchema<t.GroupDeviation> = v.object({
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
    protocol: v.string(),
    step: v.string(),
    title: vWords,
    text: vWords,
    who: v.nullable(v.string())
});

export const vHandling: v.GenericSchema<t.Handling> = v.object({
    runs: v.array(vHandledRun),
    deviations: v.array(vGroupDeviation)
});

export const vHandlingGroup: v.GenericSchema<t.HandlingGroup> = v.object({
    title: v.string(),
    isHere: v.boolean(),
    key: v.string(),
    branchOf: v.nullable(vBranchedFrom),
    handling: vHandling,
    timeline: v.array(vScoreMoment),
    isCut: v.boolean()
});
