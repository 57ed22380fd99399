// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vClash: v.GenericSchema<t.Clash> = v.object({
    kind: v.picklist([
        'child',
        'escort',
        'reader',
        'away'
    ]),
    isSure: v.boolean()
});

export const vAppointmentOutline: v.GenericSchema<t.AppointmentOutline> = v.object({
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
    clashes: v.array(vClash)
});
