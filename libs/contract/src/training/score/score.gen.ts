// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vActBeside } from './beside/beside.gen';
import { vAnsweredQuestion } from '../questions/questions.gen';
import { vAssessmentLimit } from '../group/assessment-limit.gen';
import { vHandling } from './handling.gen';
import { vScoreMoment } from './moment.gen';
import { vWords } from '../../platform/answers/words.gen';
import { vWrittenReason } from '../reasons/reasons.gen';

export const vPartOfScore: v.GenericSchema<t.PartOfScore> = v.object({
    part: v.picklist([
        'steps',
        'deadlines',
        'protection-order',
        'expectations',
        'questions',
        'reasons',
        'safeguards'
    ]),
    points: v.number(),
    of: v.number()
});

export const vScoreFigures: v.GenericSchema<t.ScoreFigures> = v.object({
    points: v.number(),
    of: v.number(),
    percent: v.number(),
    open: v.number(),
    parts: v.array(vPartOfScore),
    unratedReasons: v.pipe(v.number(), v.integer())
});

export const vLostPoint: v.GenericSchema<t.LostPoint> = v.object({
    key: v.string(),
    part: v.picklist([
        'steps',
        'deadlines',
        'protection-order',
        'expectations',
        'questions',
        'reasons',
        'safeguards'
    ]),
    points: v.number(),
    at: v.string(),
    runId: v.nullable(v.string()),
    step: v.nullable(v.string()),
    protocols: v.array(vWords),
    title: vWords,
    why: vWords,
    basis: v.array(v.string()),
    notes: v.array(vWords)
});

export const vMetPoint: v.GenericSchema<t.MetPoint> = v.object({
    key: v.string(),
    title: vWords,
    points: v.number(),
    at: v.string(),
    basis: v.array(v.string())
});

export const vScoreNote: v.GenericSchema<t.ScoreNote> = v.object({
    says: vWords,
    basis: v.array(v.string())
});

export const vScore: v.GenericSchema<t.Score> = v.object({
    title: vWords,
    mode: v.picklist([
        'guided',
        'practice',
        'assessment'
    ]),
    isShown: v.boolean(),
    mayRate: v.boolean(),
    caseFileId: v.string(),
    now: v.string(),
    limit: v.nullable(vAssessmentLimit),
    uncounted: v.pipe(v.number(), v.integer()),
    figures: v.nullable(vScoreFigures),
    lost: v.array(vLostPoint),
    reasons: v.array(vWrittenReason),
    beside: v.array(vActBeside),
    handling: vHandling,
    met: v.array(vMetPoint),
    debrief: v.array(vScoreNote),
    questions: v.array(vAnsweredQuestion),
    timeline: v.array(vScoreMoment)
});
