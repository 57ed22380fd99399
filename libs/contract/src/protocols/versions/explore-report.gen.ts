// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vExploredVersion: v.GenericSchema<t.ExploredVersion> = v.object({
    protocol: v.string(),
    version: v.string(),
    hash: v.string()
});

export const vCovered: v.GenericSchema<t.Covered> = v.object({
    facts: v.pipe(v.number(), v.integer()),
    classes: v.pipe(v.number(), v.integer()),
    states: v.pipe(v.number(), v.integer()),
    paths: v.pipe(v.number(), v.integer()),
    queries: v.pipe(v.number(), v.integer())
});

export const vCounterExample: v.GenericSchema<t.CounterExample> = v.object({
    story: vWords,
    lines: v.array(vWords),
    example: v.string(),
    acts: v.pipe(v.number(), v.integer()),
    isShortest: v.boolean()
});

export const vProofFinding: v.GenericSchema<t.ProofFinding> = v.object({
    kind: v.picklist([
        'safeguard',
        'can-happen',
        'can-be-reached',
        'can-end',
        'two-persons',
        'no-dead-condition'
    ]),
    protocol: v.string(),
    version: v.string(),
    id: v.string(),
    title: vWords,
    basis: v.array(v.string()),
    verdict: v.picklist([
        'proven',
        'bounded',
        'broken'
    ]),
    method: v.picklist([
        'dependencies',
        'solver',
        'search',
        'solver-and-search'
    ]),
    covered: vCovered,
    bound: v.optional(vWords),
    counterExample: v.optional(vCounterExample)
});

export const vExploreReport: v.GenericSchema<t.ExploreReport> = v.object({
    subjects: v.array(vExploredVersion),
    findings: v.array(vProofFinding),
    covered: vCovered
});
