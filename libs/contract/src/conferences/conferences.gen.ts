// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../types.gen';
import { vAppointment } from '../appointments/appointments.gen';
import { vNamed } from '../access/sign-in/session.gen';
import { vPoint } from './conference-sent.gen';
import { vRedacted } from '../platform/answers/shown.gen';
import { vWords } from '../platform/answers/words.gen';

export const vProposedPoint: v.GenericSchema<t.ProposedPoint> = v.object({
    ground: v.picklist([
        'question',
        'late',
        'blocked',
        'awaited',
        'referral',
        'own'
    ]),
    text: vWords
});

export const vConferenceLine: v.GenericSchema<t.ConferenceLine> = v.object({
    id: v.string(),
    day: v.string(),
    hour: v.nullable(v.string()),
    appointment: v.picklist([
        'planned',
        'moved',
        'held',
        'cancelled',
        'missed-by-child',
        'missed-by-service'
    ]),
    state: v.picklist([
        'prepared',
        'written',
        'agreed',
        'sent-back'
    ])
});

export const vConferences: v.GenericSchema<t.Conferences> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    today: v.string(),
    mayWrite: v.boolean(),
    people: v.array(vNamed),
    proposed: v.array(vProposedPoint),
    conferences: v.array(vConferenceLine)
});

export const vPlannedConference: v.GenericSchema<t.PlannedConference> = v.object({
    id: v.string()
});

export const vMember: v.GenericSchema<t.Member> = v.object({
    id: v.string(),
    name: v.string(),
    came: v.picklist([
        'unsaid',
        'came',
        'excused',
        'absent'
    ])
});

export const vOutside: v.GenericSchema<t.Outside> = v.object({
    name: v.string(),
    role: v.string(),
    came: v.picklist([
        'unsaid',
        'came',
        'excused',
        'absent'
    ])
});

export const vSaidDecision: v.GenericSchema<t.SaidDecision> = v.object({
    kind: v.picklist(['measure', 'hand-over']),
    what: v.nullable(v.union([v.string(), vRedacted])),
    why: v.union([v.string(), vRedacted]),
    lead: v.nullable(v.union([vNamed, vRedacted]))
});

export const vConference: v.GenericSchema<t.Conference> = v.object({
    version: v.pipe(v.number(), v.integer()),
    state: v.picklist([
        'prepared',
        'written',
        'agreed',
        'sent-back'
    ]),
    purpose: v.union([v.string(), vRedacted]),
    members: v.union([v.array(vMember), vRedacted]),
    outside: v.union([v.array(vOutside), vRedacted]),
    points: v.union([v.array(vPoint), vRedacted]),
    asked: v.picklist([
        'yes',
        'no',
        'not-yet'
    ]),
    childCame: v.picklist([
        'unsaid',
        'came',
        'did-not-want',
        'not-invited',
        'not-able'
    ]),
    childWhyNot: v.nullable(v.union([v.string(), vRedacted])),
    childWords: v.nullable(v.union([v.string(), vRedacted])),
    teller: v.nullable(v.union([v.string(), vRedacted])),
    tellBy: v.nullable(v.string()),
    decisions: v.array(vSaidDecision),
    summary: v.nullable(v.union([v.string(), vRedacted])),
    correction: v.nullable(v.union([v.string(), vRedacted])),
    sentBack: v.nullable(v.union([v.string(), vRedacted])),
    at: v.nullable(v.string()),
    by: v.nullable(v.union([vNamed, vRedacted]))
});

export const vPassedAction: v.GenericSchema<t.PassedAction> = v.object({
    from: v.union([vNamed, vRedacted]),
    to: v.union([vNamed, vRedacted]),
    by: v.union([vNamed, vRedacted]),
    at: v.string(),
    why: v.union([v.string(), vRedacted])
});

export const vAction: v.GenericSchema<t.Action> = v.object({
    id: v.string(),
    version: v.pipe(v.number(), v.integer()),
    state: v.picklist([
        'open',
        'done',
        'undone'
    ]),
    what: v.union([v.string(), vRedacted]),
    owner: v.union([vNamed, vRedacted]),
    day: v.string(),
    isLate: v.boolean(),
    outcome: v.nullable(v.union([v.string(), vRedacted])),
    passed: v.array(vPassedAction),
    mayPass: v.boolean()
});

export const vMinutesDraft: v.GenericSchema<t.MinutesDraft> = v.object({
    content: v.record(v.string(), v.unknown()),
    version: v.pipe(v.number(), v.integer()),
    savedAt: v.string(),
    revision: v.pipe(v.number(), v.integer())
});

export const vOpenHandOver: v.GenericSchema<t.OpenHandOver> = v.object({
    to: vNamed,
    why: v.nullable(v.string()),
    askedUntil: v.nullable(v.string()),
    mayDo: v.boolean()
});

export const vConferencePage: v.GenericSchema<t.ConferencePage> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    seq: v.pipe(v.number(), v.integer()),
    today: v.string(),
    mayWrite: v.boolean(),
    mayJudge: v.boolean(),
    appointment: vAppointment,
    conference: vConference,
    missing: v.array(v.picklist([
        'child-told',
        'child-asked',
        'minutes',
        'attendance',
        'child-came',
        'child-words',
        'who-tells',
        'tell-by',
        'other-person'
    ])),
    actions: v.array(vAction),
    draft: v.nullable(vMinutesDraft),
    handOver: v.nullable(vOpenHandOver),
    people: v.array(vNamed),
    proposed: v.array(vProposedPoint),
    earlier: v.array(vConference)
});

export const vMinutesDraftSaved: v.GenericSchema<t.MinutesDraftSaved> = v.object({
    savedAt: v.string(),
    revision: v.pipe(v.number(), v.integer())
});
