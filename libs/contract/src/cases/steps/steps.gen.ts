// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vAnswerWithNote } from '../../platform/answers/fact-value.gen';
import { vCitedSource } from '../words/cited-source.gen';
import { vDeadlineView } from '../page/case-view.gen';
import { vDraft } from '../drafts/draft.gen';
import { vExplanation } from '../page/explanation.gen';
import { vOnCallPage } from '../on-call/on-call-page.gen';
import { vPerson } from '../people/person.gen';
import { vProblemReason } from '../../platform/answers/openapi.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vSignsSeen, vTimelineEntry } from '../page/case-file.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vStepLetter: v.GenericSchema<t.StepLetter> = v.object({
    id: v.string(),
    title: vWords,
    doesStep: v.boolean()
});

export const vCoded: v.GenericSchema<t.Coded> = v.object({
    code: v.string(),
    label: vWords
});

export const vItem: v.GenericSchema<t.Item> = v.object({
    id: v.string(),
    label: vWords,
    hint: v.optional(vWords)
});

export const vCurrentFrom: v.GenericSchema<t.CurrentFrom> = v.object({
    at: v.string(),
    by: v.union([v.string(), vRedacted]),
    entryId: v.optional(v.string()),
    runId: v.optional(v.string()),
    step: v.optional(v.string())
});

export const vFieldView: v.GenericSchema<t.FieldView> = v.object({
    id: v.string(),
    type: v.picklist([
        'choice',
        'choices',
        'yes-no',
        'number',
        'months',
        'date',
        'duration',
        'text',
        'checklist'
    ]),
    title: vWords,
    hint: v.optional(vWords),
    required: v.boolean(),
    options: v.optional(v.array(vCoded)),
    items: v.optional(v.array(vItem)),
    isOfSigns: v.optional(v.boolean()),
    unit: v.optional(v.string()),
    min: v.optional(v.number()),
    max: v.optional(v.number()),
    maxLength: v.optional(v.number()),
    changes: v.picklist(['never', 'over-time']),
    current: v.optional(v.union([
        v.string(),
        v.number(),
        v.array(v.string()),
        vAnswerWithNote,
        v.record(v.string(), v.union([v.picklist(['yes', 'no']), vAnswerWithNote])),
        vRedacted
    ])),
    redactedNote: v.optional(v.boolean()),
    currentFrom: v.optional(vCurrentFrom),
    relevant: v.nullable(v.boolean()),
    decidedBy: v.optional(v.array(v.string())),
    ofCase: v.boolean()
});

export const vRowSummary: v.GenericSchema<t.RowSummary> = v.object({
    id: v.string(),
    summary: vWords
});

export const vAsks: v.GenericSchema<t.Asks> = v.object({
    participants: v.array(v.string()),
    reasons: v.record(v.string(), v.array(vCoded)),
    decides: v.nullable(v.string()),
    bestInterests: v.boolean(),
    childView: v.boolean(),
    evidence: v.array(vCoded),
    hands: v.optional(v.picklist(['rights-sheet'])),
    closes: v.boolean(),
    rows: v.array(vRowSummary),
    about: v.boolean(),
    adds: v.boolean()
});

export const vWaiver: v.GenericSchema<t.Waiver> = v.object({
    how: v.picklist(['with-approval', 'with-reason']),
    reasons: v.array(vCoded)
});

export const vDoneElsewhere: v.GenericSchema<t.DoneElsewhere> = v.object({
    entryId: v.string(),
    runId: v.string(),
    step: v.string(),
    protocolTitle: vWords,
    at: v.string()
});

export const vStepRequirements: v.GenericSchema<t.StepRequirements> = v.object({
    words: v.array(v.picklist(['best-interests', 'child-view'])),
    evidence: v.array(v.string())
});

export const vStepMay: v.GenericSchema<t.StepMay> = v.object({
    complete: v.boolean(),
    approve: v.boolean(),
    amend: v.boolean(),
    waive: v.boolean()
});

export const vStepPage: v.GenericSchema<t.StepPage> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    runId: v.string(),
    protocol: v.string(),
    protocolTitle: vWords,
    version: v.string(),
    step: v.string(),
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
    guidance: v.nullable(vWords),
    duty: v.nullable(vWords),
    signs: v.optional(v.array(vSignsSeen)),
    people: v.optional(v.array(vPerson)),
    onCall: v.optional(vOnCallPage),
    letters: v.array(vStepLetter),
    letterSentAt: v.nullable(v.string()),
    state: v.picklist([
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
    ]),
    explanation: vExplanation,
    sources: v.array(vCitedSource),
    fields: v.array(vFieldView),
    asks: vAsks,
    repeatable: v.boolean(),
    waiver: v.nullable(vWaiver),
    deadline: v.nullable(vDeadlineView),
    isSuspended: v.boolean(),
    doneElsewhere: v.nullable(vDoneElsewhere),
    entries: v.array(vTimelineEntry),
    olderEntries: v.pipe(v.number(), v.integer()),
    missingRequirements: v.optional(vStepRequirements),
    draft: v.nullable(vDraft),
    seq: v.pipe(v.number(), v.integer()),
    may: vStepMay
});

export const vStepCheck: v.GenericSchema<t.StepCheck> = v.object({
    ok: v.boolean(),
    reasons: v.array(vProblemReason),
    effects: v.array(vWords),
    relevant: v.record(v.string(), v.nullable(v.boolean()))
});
