// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vCaseFile, vTimelineEntry } from '../../cases/page/case-file.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vReplayDeviation: v.GenericSchema<t.ReplayDeviation> = v.object({
    kind: v.picklist([
        'late',
        'late-recording',
        'waived',
        'out-of-order',
        'flag',
        'rights-incident'
    ]),
    text: vWords
});

export const vReplayMoment: v.GenericSchema<t.ReplayMoment> = v.object({
    at: v.string(),
    when: v.string(),
    kind: v.picklist(['act', 'late']),
    title: vWords,
    by: v.nullable(v.union([v.string(), vRedacted])),
    deviations: v.array(vReplayDeviation)
});

export const vReplay: v.GenericSchema<t.Replay> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    openedAt: v.string(),
    now: v.string(),
    moments: v.array(vReplayMoment)
});

export const vCaseAsKnown: v.GenericSchema<t.CaseAsKnown> = v.object({
    when: v.string(),
    seq: v.pipe(v.number(), v.integer()),
    caseFile: vCaseFile,
    entries: v.array(vTimelineEntry),
    knownNow: v.array(v.picklist(['identity', 'lead']))
});
