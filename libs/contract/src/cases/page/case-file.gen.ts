// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vAgeBetween, vExactAge, vPastEighteen, vUnknownAge } from './age.gen';
import { vAnswerWithNote } from '../../platform/answers/fact-value.gen';
import { vAppointmentOutline } from '../next-appointment/appointment-outline.gen';
import { vCaseView } from './case-view.gen';
import { vCharge } from '../charge/charge.gen';
import { vExplanation } from './explanation.gen';
import { vLeadProposal } from '../lead/lead-proposals.gen';
import { vNamed } from '../../access/sign-in/session.gen';
import { vPerson } from '../people/person.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vSafeContact } from '../opening/child.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vTerritory: v.GenericSchema<t.Territory> = v.object({
    code: v.string(),
    name: v.string(),
    zone: v.string()
});

export const vNextCall: v.GenericSchema<t.NextCall> = v.object({
    title: vWords,
    name: v.nullable(v.string()),
    phones: v.array(v.string()),
    isOpen: v.boolean()
});

export const vNextStep: v.GenericSchema<t.NextStep> = v.object({
    runId: v.string(),
    protocol: v.string(),
    step: v.string(),
    title: vWords,
    band: v.picklist([
        'protects-now',
        'late-law',
        'today',
        'late',
        'this-week',
        'to-confirm',
        'others',
        'later'
    ]),
    why: v.nullable(vWords),
    grounds: v.nullish(vWords),
    dueAt: v.nullable(v.string()),
    atOnce: v.optional(v.boolean()),
    lateFrom: v.nullish(v.string()),
    origin: v.nullish(v.picklist([
        'LEGAL',
        'REPORT',
        'MEDICAL',
        'TOOL'
    ])),
    calls: v.optional(v.array(vNextCall))
});

export const vCaseEvent: v.GenericSchema<t.CaseEvent> = v.object({
    id: v.string(),
    fact: v.string(),
    answer: v.string(),
    title: vWords,
    hint: v.optional(vWords),
    asks: v.array(v.string()),
    protocol: v.nullable(v.string()),
    recurs: v.boolean(),
    numbers: v.array(v.string()),
    urgent: v.boolean(),
    absence: v.nullable(v.picklist(['begins', 'ends']))
});

export const vCall: v.GenericSchema<t.Call> = v.object({
    who: vWords,
    why: v.optional(vWords),
    numbers: v.array(v.string())
});

export const vAnswerOfRole: v.GenericSchema<t.AnswerOfRole> = v.object({
    code: v.string(),
    label: vWords,
    sentence: vWords,
    isMarked: v.boolean()
});

export const vMay: v.GenericSchema<t.May> = v.object({
    write: v.boolean(),
    approve: v.boolean(),
    assign: v.boolean()
});

export const vShownName: v.GenericSchema<t.ShownName> = v.object({
    id: v.string(),
    name: v.union([v.string(), vRedacted])
});

export const vShownChild: v.GenericSchema<t.ShownChild> = v.object({
    calledName: v.string(),
    givenNames: v.optional(v.string()),
    familyName: v.optional(v.string()),
    alsoKnownAs: v.optional(v.array(v.string())),
    birth: v.optional(v.string()),
    gender: v.optional(v.picklist([
        'girl',
        'boy',
        'other',
        'unknown'
    ])),
    nationality: v.optional(v.string()),
    languages: v.optional(v.array(v.string())),
    phones: v.optional(v.union([v.array(v.string()), vRedacted])),
    safeContact: v.optional(v.union([vSafeContact, vRedacted]))
});

export const vCaseFile: v.GenericSchema<t.CaseFile> = v.object({
    emergencyUntil: v.nullish(v.string()),
    id: v.string(),
    reference: v.string(),
    child: v.union([vShownChild, vRedacted]),
    lead: v.nullable(vShownName),
    charge: v.nullable(vCharge),
    team: vNamed,
    territory: vTerritory,
    openedAt: v.string(),
    people: v.array(vPerson),
    state: vCaseView,
    redactedFacts: v.array(v.string()),
    redactedNotes: v.array(v.string()),
    next: v.nullable(vNextStep),
    explanations: v.record(v.string(), vExplanation),
    drafts: v.record(v.string(), v.string()),
    letterSentAt: v.record(v.string(), v.string()),
    names: v.record(v.string(), v.string()),
    events: v.array(vCaseEvent),
    calls: v.array(vCall),
    dangers: v.array(vAnswerOfRole),
    factIds: v.record(v.string(), v.string()),
    newerVersions: v.record(v.string(), v.string()),
    isTieAsked: v.boolean(),
    isServiceAsked: v.boolean(),
    nextAppointment: v.nullable(vAppointmentOutline),
    leadProposal: v.nullable(vLeadProposal),
    may: vMay
});

export const vCaseFileSummary: v.GenericSchema<t.CaseFileSummary> = v.object({
    id: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    age: v.union([
        vUnknownAge,
        vExactAge,
        vAgeBetween,
        vPastEighteen,
        vRedacted
    ]),
    danger: v.nullable(vAnswerOfRole),
    isDangerSeen: v.boolean(),
    victimStatus: v.nullable(vAnswerOfRole),
    lead: v.nullable(vNamed),
    team: vNamed,
    openedAt: v.string(),
    lateCount: v.pipe(v.number(), v.integer()),
    approvalCount: v.pipe(v.number(), v.integer()),
    nextDueAt: v.nullable(v.string())
});

export const vCaseFilePage: v.GenericSchema<t.CaseFilePage> = v.object({
    items: v.array(vCaseFileSummary),
    dangers: v.array(vAnswerOfRole),
    next: v.nullable(v.string())
});

export const vTookPart: v.GenericSchema<t.TookPart> = v.object({
    role: v.picklist([
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
    ]),
    name: v.optional(v.string())
});

export const vShownValue: v.GenericSchema<t.ShownValue> = v.object({
    fact: v.string(),
    title: vWords,
    shown: vWords,
    value: v.optional(v.union([
        v.string(),
        v.number(),
        v.array(v.string()),
        vAnswerWithNote,
        v.record(v.string(), v.union([v.picklist(['yes', 'no']), vAnswerWithNote]))
    ])),
    fieldClass: v.optional(v.picklist([
        'identity',
        'people',
        'contact',
        'places',
        'health',
        'judicial',
        'situation',
        'narrative',
        'opinion',
        'staff'
    ])),
    redacted: v.optional(v.boolean())
});

export const vPaper: v.GenericSchema<t.Paper> = v.object({
    title: vWords,
    reference: v.string(),
    place: v.optional(v.string())
});

export const vTimelineEntry: v.GenericSchema<t.TimelineEntry> = v.object({
    entryId: v.string(),
    seq: v.pipe(v.number(), v.integer()),
    kind: v.picklist([
        'run-opened',
        'run-moved',
        'step-completed',
        'entry-approved',
        'entry-returned',
        'step-waived',
        'entry-amended',
        'facts-recorded',
        'note-added',
        'act-beside'
    ]),
    title: vWords,
    protocol: v.nullable(v.string()),
    runId: v.nullable(v.string()),
    step: v.nullable(v.string()),
    rowId: v.optional(v.string()),
    occurredAt: v.string(),
    occurredPrecision: v.picklist([
        'minute',
        'day',
        'month',
        'year'
    ]),
    recordedAt: v.string(),
    by: v.string(),
    participants: v.array(vTookPart),
    values: v.array(vShownValue),
    reasons: v.array(vWords),
    bestInterests: v.optional(v.string()),
    childView: v.optional(v.union([v.object({
            said: v.string()
        }), v.object({
            whyNot: v.string()
        })])),
    evidence: v.optional(v.array(vPaper)),
    note: v.optional(v.string()),
    redactedWords: v.optional(v.array(v.picklist([
        'reasons',
        'bestInterests',
        'childView',
        'evidence',
        'note',
        'by',
        'enteredBy'
    ]))),
    doneIn: v.optional(vWords),
    approvedBy: v.optional(v.string()),
    approvedAt: v.optional(v.string()),
    amendedBy: v.optional(v.string()),
    system: v.boolean()
});

export const vTimelinePage: v.GenericSchema<t.TimelinePage> = v.object({
    items: v.array(vTimelineEntry),
    next: v.nullable(v.string())
});

export const vCasePage: v.GenericSchema<t.CasePage> = v.object({
    caseFile: vCaseFile,
    journal: vTimelinePage
});

export const vOpenedRun: v.GenericSchema<t.OpenedRun> = v.object({
    runId: v.string(),
    protocol: v.string(),
    isAbsence: v.optional(v.literal(true)),
    title: vWords
});

export const vPossibleStep: v.GenericSchema<t.PossibleStep> = v.object({
    runId: v.string(),
    step: v.string(),
    title: vWords
});

export const vOutcomeDone: v.GenericSchema<t.OutcomeDone> = v.object({
    protocol: vWords,
    title: vWords,
    changed: v.boolean(),
    why: v.array(vWords)
});

export const vMissingRequirement: v.GenericSchema<t.MissingRequirement> = v.object({
    words: v.array(v.picklist(['best-interests', 'child-view'])),
    evidence: v.array(v.string()),
    approval: v.boolean()
});

export const vActDone: v.GenericSchema<t.ActDone> = v.object({
    seq: v.pipe(v.number(), v.integer()),
    entryIds: v.array(v.string()),
    opened: v.array(vOpenedRun),
    possible: v.array(vPossibleStep),
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
    outcome: v.optional(vOutcomeDone),
    missingRequirements: v.optional(vMissingRequirement),
    next: v.nullable(vNextStep)
});

export const vSignsSeen: v.GenericSchema<t.SignsSeen> = v.object({
    title: vWords,
    items: v.array(vWords)
});
