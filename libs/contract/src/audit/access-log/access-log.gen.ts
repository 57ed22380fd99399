// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vNamed } from '../../access/sign-in/session.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vUnusual: v.GenericSchema<t.Unusual> = v.object({
    code: v.picklist([
        'refused',
        'break-glass',
        'outside',
        'same-name',
        'many',
        'night'
    ]),
    text: vWords
});

export const vAccessQuestion: v.GenericSchema<t.AccessQuestion> = v.object({
    id: v.string(),
    askedAt: v.string(),
    askedBy: v.string(),
    question: v.string(),
    answeredAt: v.nullable(v.string()),
    answer: v.nullable(v.string())
});

export const vAccessEvent: v.GenericSchema<t.AccessEvent> = v.object({
    id: v.string(),
    at: v.string(),
    by: v.nullable(vNamed),
    as: v.nullable(vWords),
    kind: v.picklist([
        'opened',
        'listed',
        'exported',
        'acted',
        'refused'
    ]),
    act: vWords,
    purpose: vWords,
    unusual: v.array(vUnusual),
    questions: v.array(vAccessQuestion),
    mayAsk: v.boolean()
});

export const vCaseAccessLog: v.GenericSchema<t.CaseAccessLog> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    unusual: v.array(vAccessEvent),
    searched: v.nullable(v.pipe(v.number(), v.integer())),
    items: v.array(vAccessEvent),
    next: v.nullable(v.string())
});

export const vAsked: v.GenericSchema<t.Asked> = v.object({
    id: v.string()
});

export const vQuestionToMe: v.GenericSchema<t.QuestionToMe> = v.object({
    id: v.string(),
    askedAt: v.string(),
    askedBy: v.string(),
    question: v.string(),
    answeredAt: v.nullable(v.string()),
    answer: v.nullable(v.string()),
    reference: v.string(),
    accessedAt: v.string(),
    act: vWords
});

export const vQuestionsToMe: v.GenericSchema<t.QuestionsToMe> = v.object({
    items: v.array(vQuestionToMe),
    next: v.nullable(v.string())
});
