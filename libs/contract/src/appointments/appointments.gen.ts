// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../types.gen';
import { vClash } from '../cases/next-appointment/appointment-outline.gen';
import { vNamed } from '../access/sign-in/session.gen';
import { vRedacted } from '../platform/answers/shown.gen';

export const vOwnAppointment: v.GenericSchema<t.OwnAppointment> = v.object({
    id: v.string(),
    kind: v.picklist([
        'hearing',
        'confrontation',
        'authority',
        'medical',
        'placement',
        'transport',
        'meeting',
        'case-conference',
        'other'
    ]),
    state: v.picklist([
        'planned',
        'moved',
        'held',
        'cancelled',
        'missed-by-child',
        'missed-by-service'
    ]),
    day: v.string(),
    hour: v.nullable(v.string()),
    minutes: v.nullable(v.pipe(v.number(), v.integer())),
    missing: v.array(v.picklist([
        'third-person',
        'escort',
        'interpreter',
        'interpreter-not-found',
        'told',
        'hour'
    ])),
    clashes: v.array(vClash),
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    isEscort: v.boolean()
});

export const vOwnAppointments: v.GenericSchema<t.OwnAppointments> = v.object({
    items: v.array(vOwnAppointment),
    next: v.nullable(v.string())
});

export const vAppointment: v.GenericSchema<t.Appointment> = v.object({
    id: v.string(),
    kind: v.picklist([
        'hearing',
        'confrontation',
        'authority',
        'medical',
        'placement',
        'transport',
        'meeting',
        'case-conference',
        'other'
    ]),
    state: v.picklist([
        'planned',
        'moved',
        'held',
        'cancelled',
        'missed-by-child',
        'missed-by-service'
    ]),
    day: v.string(),
    hour: v.nullable(v.string()),
    minutes: v.nullable(v.pipe(v.number(), v.integer())),
    missing: v.array(v.picklist([
        'third-person',
        'escort',
        'interpreter',
        'interpreter-not-found',
        'told',
        'hour'
    ])),
    clashes: v.array(vClash),
    version: v.pipe(v.number(), v.integer()),
    reason: v.nullable(v.picklist([
        'authority',
        'service',
        'child-refuses',
        'child-not-well',
        'child-absent',
        'no-interpreter',
        'no-escort',
        'not-safe',
        'by-mistake'
    ])),
    from: v.nullable(v.union([v.string(), vRedacted])),
    place: v.nullable(v.union([v.string(), vRedacted])),
    withWhom: v.nullable(v.union([v.string(), vRedacted])),
    escortAccount: v.nullable(v.union([vNamed, vRedacted])),
    escort: v.nullable(v.union([v.string(), vRedacted])),
    interpreter: v.picklist([
        'yes',
        'no',
        'unknown'
    ]),
    interpreterFound: v.picklist([
        'yes',
        'no',
        'unknown'
    ]),
    language: v.nullable(v.union([v.string(), vRedacted])),
    third: v.nullable(v.picklist([
        'named',
        'by-decision',
        'not-settled'
    ])),
    thirdWords: v.nullable(v.union([v.string(), vRedacted])),
    whyAgain: v.nullable(v.union([v.string(), vRedacted])),
    told: v.picklist([
        'yes',
        'no',
        'not-yet'
    ]),
    notes: v.nullable(v.union([v.string(), vRedacted])),
    outcome: v.nullable(v.union([v.string(), vRedacted])),
    at: v.string(),
    by: v.union([vNamed, vRedacted])
});

export const vNextHearing: v.GenericSchema<t.NextHearing> = v.object({
    id: v.string(),
    nth: v.pipe(v.number(), v.integer()),
    isRepeat: v.picklist([
        'yes',
        'no',
        'unknown'
    ]),
    isJustified: v.boolean()
});

export const vHearings: v.GenericSchema<t.Hearings> = v.object({
    count: v.pipe(v.number(), v.integer()),
    isComplete: v.boolean(),
    next: v.array(vNextHearing)
});

export const vAppointments: v.GenericSchema<t.Appointments> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    today: v.string(),
    mayWrite: v.boolean(),
    escorts: v.array(vNamed),
    next: v.array(vAppointment),
    past: v.array(vAppointment),
    hearings: v.nullable(vHearings),
    hidden: v.pipe(v.number(), v.integer())
});

export const vPlannedAppointment: v.GenericSchema<t.PlannedAppointment> = v.object({
    id: v.string()
});

export const vAppointmentPage: v.GenericSchema<t.AppointmentPage> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    today: v.string(),
    mayWrite: v.boolean(),
    escorts: v.array(vNamed),
    appointment: vAppointment,
    earlier: v.array(vAppointment)
});
