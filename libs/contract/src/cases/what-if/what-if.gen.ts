// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vFieldView } from '../steps/steps.gen';
import { vProblemReason } from '../../platform/answers/openapi.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vFactOwner: v.GenericSchema<t.FactOwner> = v.object({
    runId: v.string(),
    title: vWords
});

export const vTriableFact: v.GenericSchema<t.TriableFact> = v.object({
    field: vFieldView,
    run: v.nullable(vFactOwner),
    mayBeTold: v.boolean()
});

export const vTriedProtocol: v.GenericSchema<t.TriedProtocol> = v.object({
    protocol: v.string(),
    title: vWords
});

export const vTriedStep: v.GenericSchema<t.TriedStep> = v.object({
    runId: v.string(),
    step: v.string(),
    title: vWords,
    protocolTitle: vWords,
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

export const vTriedDeadline: v.GenericSchema<t.TriedDeadline> = v.object({
    runId: v.string(),
    step: v.string(),
    title: vWords,
    dueAt: v.nullable(v.string()),
    origin: v.picklist([
        'LEGAL',
        'REPORT',
        'MEDICAL',
        'TOOL'
    ]),
    atOnce: v.optional(v.boolean())
});

export const vWhatIf: v.GenericSchema<t.WhatIf> = v.object({
    opens: v.array(vTriedProtocol),
    steps: v.array(vTriedStep),
    deadlines: v.array(vTriedDeadline),
    lessProtective: v.array(vWords),
    refused: v.array(vProblemReason)
});
