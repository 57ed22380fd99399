// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../../types.gen';
import { vFollowedRules, vNamedTeam } from '../conformance.gen';
import { vRedacted } from '../../../platform/answers/shown.gen';
import { vWords } from '../../../platform/answers/words.gen';

export const vJudgement: v.GenericSchema<t.Judgement> = v.object({
    kind: v.picklist([
        'explained',
        'accepted',
        'finding',
        'no-deviation'
    ]),
    by: v.union([v.string(), vRedacted]),
    at: v.string(),
    text: v.nullable(v.union([v.string(), vRedacted]))
});

export const vDeviationItem: v.GenericSchema<t.DeviationItem> = v.object({
    key: v.string(),
    kind: v.picklist([
        'no-third-person',
        'rights-incident',
        'late',
        'skipped',
        'unapproved',
        'unweighed',
        'out-of-order',
        'repeated',
        'waived',
        'amended',
        'late-recording',
        'flag'
    ]),
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    runId: v.string(),
    step: v.string(),
    stepTitle: vWords,
    protocol: v.string(),
    protocolTitle: vWords,
    version: v.string(),
    since: v.string(),
    days: v.nullable(v.number()),
    origin: v.nullable(v.picklist([
        'LEGAL',
        'REPORT',
        'MEDICAL',
        'TOOL'
    ])),
    isOpen: v.boolean(),
    text: vWords,
    basis: v.array(v.string()),
    entryId: v.nullable(v.string()),
    enteredBy: v.nullable(v.union([v.string(), vRedacted])),
    judgements: v.array(vJudgement),
    mayExplain: v.boolean(),
    mayNotJudge: v.nullable(vWords)
});

export const vAboutDeviations: v.GenericSchema<t.AboutDeviations> = v.object({
    count: v.number(),
    cases: v.number(),
    rules: v.array(vFollowedRules),
    teams: v.array(vNamedTeam)
});

export const vDeviationPage: v.GenericSchema<t.DeviationPage> = v.object({
    items: v.array(vDeviationItem),
    next: v.nullable(v.string()),
    about: v.nullable(vAboutDeviations)
});

export const vDeviationGroup: v.GenericSchema<t.DeviationGroup> = v.object({
    kind: v.picklist([
        'no-third-person',
        'rights-incident',
        'late',
        'skipped',
        'unapproved',
        'unweighed',
        'out-of-order',
        'repeated',
        'waived',
        'amended',
        'late-recording',
        'flag'
    ]),
    caseFileId: v.nullable(v.string()),
    reference: v.nullable(v.string()),
    calledName: v.nullable(v.union([v.string(), vRedacted])),
    person: v.nullable(v.string()),
    personName: v.nullable(v.union([v.string(), vRedacted])),
    count: v.pipe(v.number(), v.integer()),
    cases: v.pipe(v.number(), v.integer())
});

export const vDeviationGroups: v.GenericSchema<t.DeviationGroups> = v.object({
    groups: v.array(vDeviationGroup),
    isTruncated: v.boolean(),
    about: vAboutDeviations
});
