// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vExploreReport } from '../versions/explore-report.gen';
import { vProtocolDiff } from '../versions/protocol-diff.gen';
import { vPublicationBlocker } from './checking/publication-blocker.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vWriter: v.GenericSchema<t.Writer> = v.object({
    id: v.string(),
    name: v.string()
});

export const vDraftSummary: v.GenericSchema<t.DraftSummary> = v.object({
    id: v.string(),
    protocol: v.string(),
    from: v.nullable(v.string()),
    version: v.nullable(v.string()),
    title: v.nullable(vWords),
    state: v.picklist([
        'drafting',
        'in-review',
        'approved',
        'published',
        'abandoned'
    ]),
    author: vWriter,
    changedAt: v.string(),
    revision: v.pipe(v.number(), v.integer())
});

export const vCheckProblem: v.GenericSchema<t.CheckProblem> = v.object({
    file: v.string(),
    line: v.pipe(v.number(), v.integer()),
    column: v.pipe(v.number(), v.integer()),
    code: v.string(),
    message: vWords,
    remedy: vWords,
    severity: v.picklist(['error', 'warning'])
});

export const vExploration: v.GenericSchema<t.Exploration> = v.object({
    revision: v.pipe(v.number(), v.integer()),
    state: v.picklist([
        'waiting',
        'running',
        'done',
        'failed',
        'stopped'
    ]),
    progress: v.number(),
    finishedAt: v.nullable(v.string()),
    report: v.nullable(vExploreReport)
});

export const vPlaceOfComment: v.GenericSchema<t.PlaceOfComment> = v.object({
    file: v.optional(v.string()),
    line: v.optional(v.pipe(v.number(), v.integer())),
    step: v.optional(v.string())
});

export const vDraftComment: v.GenericSchema<t.DraftComment> = v.object({
    id: v.string(),
    by: vWriter,
    at: v.string(),
    revision: v.pipe(v.number(), v.integer()),
    place: v.optional(vPlaceOfComment),
    text: v.string(),
    settledAt: v.nullable(v.string())
});

export const vProtocolDraft: v.GenericSchema<t.ProtocolDraft> = v.object({
    id: v.string(),
    protocol: v.string(),
    from: v.nullable(v.string()),
    version: v.nullable(v.string()),
    title: v.nullable(vWords),
    state: v.picklist([
        'drafting',
        'in-review',
        'approved',
        'published',
        'abandoned'
    ]),
    author: vWriter,
    changedAt: v.string(),
    revision: v.pipe(v.number(), v.integer()),
    files: v.record(v.string(), v.string()),
    changeNotes: v.nullable(vWords),
    inForceFrom: v.nullable(v.string()),
    problems: v.array(vCheckProblem),
    diff: v.nullable(vProtocolDiff),
    exploration: v.nullable(vExploration),
    comments: v.array(vDraftComment),
    blockedBy: v.array(vPublicationBlocker),
    may: v.array(v.picklist([
        'save',
        'submit',
        'comment',
        'approve',
        'accept-loss',
        'send-back',
        'publish',
        'abandon'
    ]))
});
