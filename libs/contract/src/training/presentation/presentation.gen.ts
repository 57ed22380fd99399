// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vSlideDocument: v.GenericSchema<t.SlideDocument> = v.object({
    title: vWords,
    says: vWords
});

export const vSlidePoint: v.GenericSchema<t.SlidePoint> = v.object({
    says: vWords,
    isRight: v.nullable(v.boolean()),
    because: v.nullable(vWords)
});

export const vSlide: v.GenericSchema<t.Slide> = v.object({
    id: v.string(),
    kind: v.picklist([
        'opening',
        'beat',
        'inject',
        'question',
        'answer',
        'debrief'
    ]),
    title: vWords,
    when: v.nullable(vWords),
    told: v.nullable(vWords),
    words: v.nullable(vWords),
    documents: v.array(vSlideDocument),
    points: v.array(vSlidePoint)
});

export const vPresentation: v.GenericSchema<t.Presentation> = v.object({
    position: v.pipe(v.number(), v.integer()),
    slide: v.nullable(vSlide),
    page: v.nullable(v.string()),
    isPaused: v.boolean(),
    isLeading: v.boolean()
});

export const vScriptSlide: v.GenericSchema<t.ScriptSlide> = v.object({
    id: v.string(),
    kind: v.picklist([
        'opening',
        'beat',
        'inject',
        'question',
        'answer',
        'debrief'
    ]),
    title: vWords,
    when: v.nullable(vWords),
    told: v.nullable(vWords),
    words: v.nullable(vWords),
    documents: v.array(vSlideDocument),
    points: v.array(vSlidePoint),
    notes: v.array(vWords),
    cameAt: v.nullable(v.string())
});

export const vPresentationScript: v.GenericSchema<t.PresentationScript> = v.object({
    scenario: v.nullable(vWords),
    slides: v.array(vScriptSlide)
});
