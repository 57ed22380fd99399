// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vAnswerWithNote } from './fact-value.gen';
import { vRedacted } from './shown.gen';
import { vWords } from './words.gen';

export const vProblemReason: v.GenericSchema<t.ProblemReason> = v.object({
    code: v.string(),
    text: vWords,
    field: v.optional(v.string()),
    runId: v.optional(v.string()),
    step: v.optional(v.string()),
    basis: v.optional(v.array(v.string())),
    about: v.optional(v.string()),
    story: v.optional(vWords),
    lines: v.optional(v.array(vWords))
});

export const vChange: v.GenericSchema<t.Change> = v.object({
    seq: v.number(),
    entryId: v.string(),
    at: v.string(),
    by: v.string(),
    title: vWords,
    values: v.record(v.string(), v.union([
        v.string(),
        v.number(),
        v.array(v.string()),
        vAnswerWithNote,
        v.record(v.string(), v.union([v.picklist(['yes', 'no']), vAnswerWithNote])),
        vRedacted
    ]))
});

export const vProblem: v.GenericSchema<t.Problem> = v.object({
    type: v.string(),
    title: v.string(),
    status: v.number(),
    code: v.string(),
    reasons: v.optional(v.array(vProblemReason)),
    changes: v.optional(v.array(vChange)),
    correlation: v.optional(v.string())
});
