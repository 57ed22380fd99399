// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vAssessmentLimit } from './assessment-limit.gen';
import { vOutOfForce } from '../scenarios/out-of-force.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vGroupLearner: v.GenericSchema<t.GroupLearner> = v.object({
    id: v.string(),
    name: v.string(),
    role: v.picklist([
        'caseworker',
        'ase-referent',
        'assessor',
        'supervisor'
    ]),
    state: v.picklist([
        'waiting',
        'admitted',
        'refused'
    ]),
    askedAt: v.string(),
    isCertified: v.boolean(),
    tookPart: v.nullable(v.picklist(['acted', 'followed']))
});

export const vGroup: v.GenericSchema<t.Group> = v.object({
    scenario: v.nullable(vWords),
    outOfForce: v.array(vOutOfForce),
    mode: v.picklist([
        'guided',
        'practice',
        'assessment'
    ]),
    minutes: v.number(),
    limit: v.nullable(vAssessmentLimit),
    codeUntil: v.nullable(v.string()),
    isScoreShown: v.boolean(),
    most: v.number(),
    learners: v.array(vGroupLearner)
});

export const vJoinCode: v.GenericSchema<t.JoinCode> = v.object({
    code: v.string(),
    until: v.string()
});
