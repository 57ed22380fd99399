// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vStandingLearner: v.GenericSchema<t.StandingLearner> = v.object({
    name: v.string(),
    secondsSince: v.nullable(v.pipe(v.number(), v.integer())),
    secondsIn: v.pipe(v.number(), v.integer())
});

export const vStandingAct: v.GenericSchema<t.StandingAct> = v.object({
    who: v.nullable(v.string()),
    what: vWords,
    secondsSince: v.pipe(v.number(), v.integer())
});

export const vStandingProgress: v.GenericSchema<t.StandingProgress> = v.object({
    done: v.pipe(v.number(), v.integer()),
    of: v.pipe(v.number(), v.integer())
});

export const vStandingLateStep: v.GenericSchema<t.StandingLateStep> = v.object({
    title: vWords,
    since: v.string()
});

export const vStandingCase: v.GenericSchema<t.StandingCase> = v.object({
    lastAct: v.nullable(vStandingAct),
    steps: vStandingProgress,
    expectations: v.nullable(vStandingProgress),
    open: v.pipe(v.number(), v.integer()),
    late: v.nullable(vStandingLateStep)
});

export const vGroupStanding: v.GenericSchema<t.GroupStanding> = v.object({
    key: v.string(),
    title: v.string(),
    isHere: v.boolean(),
    scenario: v.nullable(vWords),
    mode: v.picklist([
        'guided',
        'practice',
        'assessment'
    ]),
    now: v.string(),
    waiting: v.pipe(v.number(), v.integer()),
    learners: v.array(vStandingLearner),
    case: v.nullable(vStandingCase)
});
