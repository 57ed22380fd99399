// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vOpeningHours } from '../on-call/on-call.gen';

export const vServedAges: v.GenericSchema<t.ServedAges> = v.object({
    from: v.number(),
    to: v.number()
});

export const vServiceMember: v.GenericSchema<t.ServiceMember> = v.object({
    id: v.string(),
    name: v.string()
});

export const vDirectoryService: v.GenericSchema<t.DirectoryService> = v.object({
    name: v.string(),
    kind: v.picklist([
        'crip',
        'ase',
        'uaped',
        'umj',
        'police-unit',
        'court',
        'duty-prosecution',
        'pjj',
        'ngo',
        'young-shelter',
        'remote-shelter',
        'foster-service',
        'psychotherapy',
        'legal-aid',
        'interpreting-service',
        'street-outreach',
        'street-educators',
        'employer-programme',
        'cross-border',
        'cegidd',
        'sexual-health-centre',
        'csapa',
        'adolescent-centre',
        'pmi',
        'mdph',
        'school-nurse',
        'france-victimes',
        'national-line'
    ]),
    territories: v.array(v.string()),
    needs: v.nullable(v.array(v.picklist([
        'bed-tonight',
        'lasting-place',
        'urgent-medicine',
        'forensic-examination',
        'sexual-medicine',
        'psychological-support',
        'addiction-support',
        'recorded-room',
        'legal-help',
        'interpreter-help',
        'school-or-training',
        'street-presence'
    ]))),
    ages: v.nullable(vServedAges),
    sexes: v.nullable(v.array(v.picklist([
        'girl',
        'boy',
        'other'
    ]))),
    languages: v.nullable(v.array(v.string())),
    has: v.array(v.picklist([
        'cultural-mediation',
        'recording-room',
        'secret-address',
        'night-staff',
        'without-papers',
        'exploitation-expertise',
        'forensic-without-complaint',
        'specialised-posts'
    ])),
    hasNot: v.array(v.picklist([
        'cultural-mediation',
        'recording-room',
        'secret-address',
        'night-staff',
        'without-papers',
        'exploitation-expertise',
        'forensic-without-complaint',
        'specialised-posts'
    ])),
    freePlaces: v.nullish(v.pipe(v.number(), v.integer())),
    waitingDays: v.nullish(v.pipe(v.number(), v.integer())),
    phones: v.array(v.string()),
    email: v.optional(v.string()),
    opening: v.picklist([
        'unknown',
        'always',
        'at-hours'
    ]),
    hours: v.nullish(vOpeningHours),
    address: v.optional(v.string()),
    say: v.optional(v.string()),
    id: v.string(),
    territoryNames: v.array(v.string()),
    hasSecretAddress: v.boolean(),
    placesAt: v.nullable(v.string()),
    verifiedAt: v.string(),
    verifiedBy: v.string(),
    isStale: v.boolean(),
    excludesSixteenSeventeen: v.boolean(),
    members: v.array(vServiceMember)
});

export const vDirectoryServices: v.GenericSchema<t.DirectoryServices> = v.object({
    items: v.array(vDirectoryService),
    total: v.number(),
    next: v.nullable(v.pipe(v.number(), v.integer())),
    toCheck: v.number(),
    partners: v.array(vServiceMember)
});
