// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vAssessmentLimit } from './assessment-limit.gen';
import { vLearner } from '../learners/learners.gen';
import { vOutOfForce } from '../scenarios/out-of-force.gen';
import { vWords } from '../../platform/answers/words.gen';

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
    learners: v.array(vLearner)
});

export const vJoinCode: v.GenericSchema<t.JoinCode> = v.object({
    code: v.string(),
    until: v.string()
});
