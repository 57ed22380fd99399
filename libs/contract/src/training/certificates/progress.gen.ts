// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vHeldCertificate } from './certificates.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vCurriculumItem: v.GenericSchema<t.CurriculumItem> = v.object({
    id: v.string(),
    title: vWords,
    protocol: v.string(),
    version: v.nullable(v.string()),
    months: v.pipe(v.number(), v.integer()),
    renews: v.picklist(['major', 'minor']),
    isAsked: v.boolean()
});

export const vStanding: v.GenericSchema<t.Standing> = v.object({
    item: v.string(),
    state: v.picklist([
        'up-to-date',
        'ends-soon',
        'renewal-due',
        'never',
        'not-asked'
    ]),
    until: v.nullable(v.string()),
    because: v.array(v.picklist([
        'months',
        'version',
        'since'
    ]))
});

export const vPersonStanding: v.GenericSchema<t.PersonStanding> = v.object({
    accountId: v.string(),
    name: v.string(),
    roles: v.array(v.picklist([
        'caseworker',
        'ase-referent',
        'assessor',
        'supervisor',
        'auditor',
        'trainer',
        'protocol-editor',
        'administrator',
        'partner'
    ])),
    standings: v.array(vStanding),
    certificates: v.array(vHeldCertificate)
});

export const vTrainingMatrix: v.GenericSchema<t.TrainingMatrix> = v.object({
    isFollowed: v.boolean(),
    items: v.array(vCurriculumItem),
    people: v.array(vPersonStanding),
    isCut: v.boolean()
});

export const vOwnTraining: v.GenericSchema<t.OwnTraining> = v.object({
    isFollowed: v.boolean(),
    items: v.array(vCurriculumItem),
    own: vPersonStanding
});
