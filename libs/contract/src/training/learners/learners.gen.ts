// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vAssessmentLimit } from '../group/assessment-limit.gen';

export const vLearner: v.GenericSchema<t.Learner> = v.object({
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
    isCertified: v.boolean()
});

export const vJoined: v.GenericSchema<t.Joined> = v.object({
    path: v.string()
});

export const vWaitingRoom: v.GenericSchema<t.WaitingRoom> = v.object({
    isOpen: v.boolean(),
    mode: v.picklist([
        'guided',
        'practice',
        'assessment'
    ]),
    limit: v.nullable(vAssessmentLimit),
    isScoreShown: v.boolean(),
    learners: v.array(vLearner)
});
