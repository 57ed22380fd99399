// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vServedAges } from '../../directory/services/services.gen';

export const vMatchedCriterion: v.GenericSchema<t.MatchedCriterion> = v.object({
    of: v.picklist([
        'need',
        'age',
        'sex',
        'places',
        'hours',
        'language',
        'distance',
        'trait'
    ]),
    verdict: v.picklist([
        'fits',
        'ask',
        'no'
    ]),
    decides: v.boolean(),
    trait: v.optional(v.picklist([
        'cultural-mediation',
        'recording-room',
        'secret-address',
        'night-staff',
        'without-papers',
        'exploitation-expertise',
        'forensic-without-complaint',
        'specialised-posts'
    ]))
});

export const vMatchedService: v.GenericSchema<t.MatchedService> = v.object({
    id: v.string(),
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
    territoryNames: v.array(v.string()),
    standing: v.picklist([
        'fits',
        'ask',
        'no'
    ]),
    criteria: v.array(vMatchedCriterion),
    borders: v.nullable(v.pipe(v.number(), v.integer())),
    hasAccount: v.boolean(),
    phones: v.array(v.string()),
    email: v.nullable(v.string()),
    address: v.union([v.string(), vRedacted]),
    hasSecretAddress: v.boolean(),
    say: v.nullable(v.string()),
    freePlaces: v.nullable(v.pipe(v.number(), v.integer())),
    placesAt: v.nullable(v.string()),
    waitingDays: v.nullable(v.pipe(v.number(), v.integer())),
    ages: v.nullable(vServedAges),
    verifiedAt: v.string(),
    isStale: v.boolean(),
    hasNamesake: v.boolean(),
    excludesSixteenSeventeen: v.boolean(),
    lostToAge: v.boolean()
});

export const vMatchedServices: v.GenericSchema<t.MatchedServices> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    territory: v.string(),
    need: v.picklist([
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
    ]),
    ages: v.nullable(vServedAges),
    sex: v.nullable(v.picklist([
        'girl',
        'boy',
        'other'
    ])),
    languages: v.array(v.string()),
    at: v.string(),
    fit: v.number(),
    toAsk: v.number(),
    cannot: v.number(),
    lostToAge: v.number(),
    items: v.array(vMatchedService),
    next: v.nullable(v.pipe(v.number(), v.integer()))
});
