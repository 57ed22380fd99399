// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vAnswerWithNote } from '../../platform/answers/fact-value.gen';
import { vRestDefinition } from '../../protocols/document/protocol-document.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vDays: v.GenericSchema<t.Days> = v.object({
    endOfToday: v.pipe(v.number(), v.integer()),
    endOfWeek: v.pipe(v.number(), v.integer())
});

export const vSameAct: v.GenericSchema<t.SameAct> = v.object({
    runId: v.string(),
    step: v.string(),
    entryId: v.string(),
    at: v.pipe(v.number(), v.integer())
});

export const vStepPlace: v.GenericSchema<t.StepPlace> = v.object({
    runId: v.string(),
    step: v.string()
});

export const vReminder: v.GenericSchema<t.Reminder> = v.object({
    at: v.pipe(v.number(), v.integer()),
    do: v.optional(v.picklist(['remind'])),
    tell: v.optional(v.picklist([
        'TS',
        'REF',
        'CRIP',
        'EVAL',
        'MED',
        'PSY',
        'INT',
        'LOG',
        'ONG',
        'SUP',
        'AUD',
        'OPJ',
        'PROC',
        'JE',
        'JI',
        'AAH',
        'AVO',
        'PREF'
    ]))
});

export const vDeadlineView: v.GenericSchema<t.DeadlineView> = v.object({
    id: v.string(),
    runId: v.string(),
    step: v.string(),
    of: v.picklist(['step', 'approval']),
    origin: v.picklist([
        'LEGAL',
        'REPORT',
        'MEDICAL',
        'TOOL'
    ]),
    owner: v.picklist(['ours', 'outside']),
    basis: v.array(v.string()),
    from: v.nullable(v.pipe(v.number(), v.integer())),
    dueAt: v.nullable(v.pipe(v.number(), v.integer())),
    lateFrom: v.nullable(v.pipe(v.number(), v.integer())),
    atOnce: v.boolean(),
    passedBefore: v.optional(v.pipe(v.number(), v.integer())),
    closedAt: v.optional(v.pipe(v.number(), v.integer())),
    remains: v.optional(vWords),
    metAt: v.nullable(v.pipe(v.number(), v.integer())),
    lastDoneAt: v.optional(v.pipe(v.number(), v.integer())),
    reminders: v.array(vReminder)
});

export const vStepView: v.GenericSchema<t.StepView> = v.object({
    id: v.string(),
    code: v.string(),
    part: v.optional(v.string()),
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
    protective: v.boolean(),
    repeatable: v.boolean(),
    entryIds: v.array(v.string()),
    toApprove: v.nullable(v.string()),
    missingWords: v.optional(v.array(v.picklist(['best-interests', 'child-view']))),
    missingEvidence: v.optional(v.array(v.string())),
    opensAt: v.nullable(v.pipe(v.number(), v.integer())),
    doneElsewhere: v.optional(vSameAct),
    suspendedBy: v.optional(vStepPlace),
    isOver: v.optional(v.literal(true)),
    saysCalled: v.optional(v.literal(true)),
    deadline: v.nullable(vDeadlineView),
    approvalDeadline: v.nullable(vDeadlineView)
});

export const vOutcomeView: v.GenericSchema<t.OutcomeView> = v.object({
    id: v.string(),
    title: vWords,
    protects: v.picklist(['full', 'less']),
    note: v.nullable(vWords),
    rests: v.optional(vRestDefinition),
    age: v.optional(v.picklist(['adult']))
});

export const vAbsenceView: v.GenericSchema<t.AbsenceView> = v.object({
    at: v.string(),
    since: v.optional(v.string()),
    hour: v.optional(v.string()),
    isOver: v.boolean()
});

export const vRowSaysView: v.GenericSchema<t.RowSaysView> = v.object({
    list: v.string(),
    row: v.string(),
    lines: v.array(v.pipe(v.number(), v.integer())),
    text: vWords
});

export const vSafeguardView: v.GenericSchema<t.SafeguardView> = v.object({
    id: v.string(),
    title: vWords,
    basis: v.array(v.string())
});

export const vRunView: v.GenericSchema<t.RunView> = v.object({
    runId: v.string(),
    protocol: v.string(),
    version: v.string(),
    title: vWords,
    openedAt: v.pipe(v.number(), v.integer()),
    steps: v.array(vStepView),
    outcome: v.nullable(vOutcomeView),
    tells: v.optional(v.picklist(['age'])),
    absence: v.optional(vAbsenceView),
    says: v.optional(v.array(vRowSaysView)),
    ended: v.boolean(),
    brokenSafeguards: v.optional(v.array(vSafeguardView))
});

export const vFactRow: v.GenericSchema<t.FactRow> = v.object({
    id: v.string(),
    values: v.record(v.string(), v.union([
        v.string(),
        v.number(),
        v.array(v.string()),
        vAnswerWithNote,
        v.record(v.string(), v.union([v.picklist(['yes', 'no']), vAnswerWithNote]))
    ]))
});

export const vFactView: v.GenericSchema<t.FactView> = v.object({
    fact: v.string(),
    runId: v.nullable(v.string()),
    value: v.union([
        v.string(),
        v.number(),
        v.array(v.string()),
        vAnswerWithNote,
        v.record(v.string(), v.union([v.picklist(['yes', 'no']), vAnswerWithNote]))
    ]),
    rows: v.optional(v.array(vFactRow)),
    isClosed: v.optional(v.boolean()),
    entryId: v.string(),
    seq: v.pipe(v.number(), v.integer())
});

export const vDeviation: v.GenericSchema<t.Deviation> = v.object({
    kind: v.picklist([
        'late',
        'late-recording',
        'waived',
        'out-of-order',
        'flag',
        'rights-incident'
    ]),
    runId: v.string(),
    step: v.string(),
    entryId: v.nullable(v.string()),
    origin: v.optional(v.picklist([
        'LEGAL',
        'REPORT',
        'MEDICAL',
        'TOOL'
    ])),
    owner: v.optional(v.picklist(['ours', 'outside'])),
    by: v.optional(v.pipe(v.number(), v.integer())),
    text: vWords,
    tell: v.optional(v.picklist([
        'TS',
        'REF',
        'CRIP',
        'EVAL',
        'MED',
        'PSY',
        'INT',
        'LOG',
        'ONG',
        'SUP',
        'AUD',
        'OPJ',
        'PROC',
        'JE',
        'JI',
        'AAH',
        'AVO',
        'PREF'
    ]))
});

export const vCaseView: v.GenericSchema<t.CaseView> = v.object({
    seq: v.pipe(v.number(), v.integer()),
    now: v.pipe(v.number(), v.integer()),
    days: vDays,
    runs: v.array(vRunView),
    facts: v.array(vFactView),
    deadlines: v.array(vDeadlineView),
    deviations: v.array(vDeviation),
    nextChangeAt: v.nullable(v.pipe(v.number(), v.integer()))
});
