// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vLessonFault: v.GenericSchema<t.LessonFault> = v.object({
    of: v.picklist([
        'names',
        'model',
        'planted',
        'branch'
    ]),
    text: vWords
});

export const vTriedLesson: v.GenericSchema<t.TriedLesson> = v.object({
    scenario: v.string(),
    title: vWords,
    child: v.string(),
    faults: v.array(vLessonFault)
});

export const vTriedOwnLessons: v.GenericSchema<t.TriedOwnLessons> = v.object({
    total: v.pipe(v.number(), v.integer()),
    tried: v.pipe(v.number(), v.integer()),
    changed: v.pipe(v.number(), v.integer()),
    isStopped: v.boolean(),
    mine: v.array(vTriedLesson)
});

export const vTriedLessons: v.GenericSchema<t.TriedLessons> = v.object({
    total: v.number(),
    isStopped: v.boolean(),
    lessons: v.array(vTriedLesson),
    own: vTriedOwnLessons
});

export const vWaitingDraft: v.GenericSchema<t.WaitingDraft> = v.object({
    id: v.string(),
    protocol: v.string(),
    version: v.nullable(v.string()),
    title: v.nullable(vWords)
});

export const vAffectedLesson: v.GenericSchema<t.AffectedLesson> = v.object({
    scenario: v.string(),
    title: vWords,
    child: v.string()
});

export const vAffectedLessons: v.GenericSchema<t.AffectedLessons> = v.object({
    total: v.pipe(v.number(), v.integer()),
    tried: v.pipe(v.number(), v.integer()),
    isStopped: v.boolean(),
    changed: v.array(vAffectedLesson)
});

export const vDraftEffect: v.GenericSchema<t.DraftEffect> = v.object({
    shipped: vAffectedLessons,
    own: vAffectedLessons
});
