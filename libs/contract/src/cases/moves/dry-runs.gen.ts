// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vStepRuns: v.GenericSchema<t.StepRuns> = v.object({
    step: v.string(),
    title: vWords,
    runs: v.pipe(v.number(), v.integer())
});

export const vPassedRuns: v.GenericSchema<t.PassedRuns> = v.object({
    step: v.string(),
    title: vWords,
    runs: v.pipe(v.number(), v.integer()),
    origin: v.picklist([
        'LEGAL',
        'REPORT',
        'MEDICAL',
        'TOOL'
    ])
});

export const vDryRunCounts: v.GenericSchema<t.DryRunCounts> = v.object({
    changed: v.pipe(v.number(), v.integer()),
    unchanged: v.pipe(v.number(), v.integer()),
    gains: v.array(vStepRuns),
    loses: v.array(vStepRuns),
    passed: v.array(vPassedRuns),
    toConfirm: v.array(vStepRuns)
});

export const vDryRun: v.GenericSchema<t.DryRun> = v.object({
    id: v.string(),
    protocol: v.string(),
    to: v.string(),
    draftId: v.nullable(v.string()),
    state: v.picklist([
        'waiting',
        'running',
        'done',
        'failed',
        'cancelled',
        'stopped'
    ]),
    askedAt: v.string(),
    finishedAt: v.nullable(v.string()),
    total: v.pipe(v.number(), v.integer()),
    done: v.pipe(v.number(), v.integer()),
    counts: vDryRunCounts
});

export const vStepChange: v.GenericSchema<t.StepChange> = v.object({
    step: v.string(),
    title: vWords,
    before: v.nullable(v.picklist([
        'not-applicable',
        'waiting',
        'blocked',
        'not-yet',
        'ready',
        'to-confirm',
        'awaiting-approval',
        'done-to-approve',
        'done',
        'waived'
    ])),
    after: v.nullable(v.picklist([
        'not-applicable',
        'waiting',
        'blocked',
        'not-yet',
        'ready',
        'to-confirm',
        'awaiting-approval',
        'done-to-approve',
        'done',
        'waived'
    ]))
});

export const vPassedDeadline: v.GenericSchema<t.PassedDeadline> = v.object({
    step: v.string(),
    title: vWords,
    origin: v.picklist([
        'LEGAL',
        'REPORT',
        'MEDICAL',
        'TOOL'
    ]),
    dueAt: v.pipe(v.number(), v.integer())
});

export const vToConfirm: v.GenericSchema<t.ToConfirm> = v.object({
    step: v.string(),
    title: vWords
});

export const vLeftBehind: v.GenericSchema<t.LeftBehind> = v.object({
    fact: v.string(),
    title: vWords
});

export const vOutcomes: v.GenericSchema<t.Outcomes> = v.object({
    before: v.nullable(v.string()),
    after: v.nullable(v.string())
});

export const vRunTrial: v.GenericSchema<t.RunTrial> = v.object({
    runId: v.string(),
    protocol: v.string(),
    from: v.string(),
    to: v.string(),
    gains: v.array(vStepChange),
    loses: v.array(vStepChange),
    differs: v.array(vStepChange),
    passed: v.array(vPassedDeadline),
    toConfirm: v.array(vToConfirm),
    leftBehind: v.array(vLeftBehind),
    outcome: vOutcomes
});

export const vDryRunCase: v.GenericSchema<t.DryRunCase> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    trial: vRunTrial,
    movedAt: v.nullable(v.string())
});

export const vDryRunCases: v.GenericSchema<t.DryRunCases> = v.object({
    items: v.array(vDryRunCase),
    next: v.nullable(v.string())
});
