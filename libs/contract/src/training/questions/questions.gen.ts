// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vAskedChoice: v.GenericSchema<t.AskedChoice> = v.object({
    id: v.string(),
    says: vWords,
    isRight: v.nullable(v.boolean()),
    because: v.nullable(vWords),
    times: v.nullable(v.pipe(v.number(), v.integer()))
});

export const vAskedQuestion: v.GenericSchema<t.AskedQuestion> = v.object({
    id: v.string(),
    ask: vWords,
    choices: v.array(vAskedChoice),
    basis: v.array(v.string()),
    forClass: v.nullable(v.string()),
    askedAt: v.nullable(v.string()),
    own: v.nullable(v.string())
});

export const vTickedExpectation: v.GenericSchema<t.TickedExpectation> = v.object({
    id: v.string(),
    title: vWords,
    basis: v.array(v.string()),
    until: v.nullable(v.string()),
    seenAt: v.nullable(v.string())
});

export const vClassQuestions: v.GenericSchema<t.ClassQuestions> = v.object({
    isLeading: v.boolean(),
    now: v.string(),
    isOver: v.boolean(),
    questions: v.array(vAskedQuestion),
    expectations: v.array(vTickedExpectation)
});

export const vAnsweredQuestion: v.GenericSchema<t.AnsweredQuestion> = v.object({
    id: v.string(),
    ask: vWords,
    choices: v.array(vAskedChoice),
    basis: v.array(v.string()),
    forClass: v.nullable(v.string()),
    answeredAt: v.nullable(v.string())
});
