// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../types.gen';
import { vLetterDraft } from './drafts/letter-drafts.gen';
import { vNamed } from '../access/sign-in/session.gen';
import { vRedacted } from '../platform/answers/shown.gen';
import { vWords } from '../platform/answers/words.gen';

export const vLetterKind: v.GenericSchema<t.LetterKind> = v.object({
    id: v.string(),
    title: vWords,
    purpose: vWords
});

export const vSendingContent: v.GenericSchema<t.SendingContent> = v.object({
    receivedBy: v.nullable(v.picklist([
        'child',
        'safe-contact',
        'other'
    ])),
    toWhom: v.string(),
    reference: v.string(),
    keptWhere: v.string(),
    secondSignature: v.nullable(v.string())
});

export const vLetterSending: v.GenericSchema<t.LetterSending> = v.object({
    sentAt: v.string(),
    recordedAt: v.string(),
    how: v.picklist([
        'e-mail',
        'post',
        'hand'
    ]),
    by: v.union([vNamed, vRedacted]),
    content: v.union([vSendingContent, vRedacted])
});

export const vLetterSummary: v.GenericSchema<t.LetterSummary> = v.object({
    id: v.string(),
    template: v.string(),
    title: vWords,
    at: v.string(),
    by: v.union([vNamed, vRedacted]),
    corrects: v.nullable(v.string()),
    correctedBy: v.nullable(v.string()),
    sending: v.nullable(vLetterSending)
});

export const vLetters: v.GenericSchema<t.Letters> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    kinds: v.array(vLetterKind),
    letters: v.array(vLetterSummary)
});

export const vLetterSource: v.GenericSchema<t.LetterSource> = v.object({
    code: v.string(),
    text: vWords
});

export const vProposedPart: v.GenericSchema<t.ProposedPart> = v.object({
    id: v.string(),
    title: vWords,
    hint: v.nullable(vWords),
    isRequired: v.boolean(),
    text: v.string()
});

export const vKnownFamilyTold: v.GenericSchema<t.KnownFamilyTold> = v.object({
    is: v.picklist([
        'told',
        'knows',
        'not-told',
        'not-known'
    ]),
    why: v.optional(v.string()),
    source: vWords,
    at: v.string()
});

export const vAskedFamilyTold: v.GenericSchema<t.AskedFamilyTold> = v.object({
    part: v.string(),
    known: v.nullable(vKnownFamilyTold)
});

export const vLeftOutLine: v.GenericSchema<t.LeftOutLine> = v.object({
    id: v.string(),
    text: v.string(),
    language: v.picklist(['fr', 'en']),
    part: v.string(),
    instead: v.optional(v.string())
});

export const vLeftOutClass: v.GenericSchema<t.LeftOutClass> = v.object({
    fieldClass: v.picklist([
        'identity',
        'people',
        'contact',
        'places',
        'health',
        'judicial',
        'situation',
        'narrative',
        'opinion',
        'staff'
    ]),
    title: vWords,
    lines: v.array(vLeftOutLine)
});

export const vLetterProposal: v.GenericSchema<t.LetterProposal> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    id: v.string(),
    title: vWords,
    purpose: vWords,
    language: v.picklist(['fr', 'en']),
    signs: vWords,
    second: v.picklist([
        'none',
        'may',
        'must'
    ]),
    sources: v.array(vLetterSource),
    recipient: v.string(),
    parts: v.array(vProposedPart),
    familyTold: v.nullable(vAskedFamilyTold),
    leftOut: v.array(vLeftOutClass),
    drafts: v.array(vLetterDraft)
});

export const vFamilyTold: v.GenericSchema<t.FamilyTold> = v.object({
    is: v.picklist([
        'told',
        'knows',
        'not-told',
        'not-known'
    ]),
    why: v.optional(v.string())
});

export const vLetterMade: v.GenericSchema<t.LetterMade> = v.object({
    id: v.string()
});

export const vWrittenPart: v.GenericSchema<t.WrittenPart> = v.object({
    id: v.string(),
    title: vWords,
    text: v.string()
});

export const vCountedClass: v.GenericSchema<t.CountedClass> = v.object({
    fieldClass: v.picklist([
        'identity',
        'people',
        'contact',
        'places',
        'health',
        'judicial',
        'situation',
        'narrative',
        'opinion',
        'staff'
    ]),
    title: vWords,
    count: v.pipe(v.number(), v.integer())
});

export const vLetterContent: v.GenericSchema<t.LetterContent> = v.object({
    language: v.picklist(['fr', 'en']),
    recipient: v.string(),
    parts: v.array(vWrittenPart),
    familyTold: v.nullable(vFamilyTold),
    chosen: v.array(v.string()),
    leftOut: v.array(vCountedClass),
    ground: v.nullable(v.picklist([
        'shared-secret',
        'authority',
        'emergency',
        'agreed',
        'referrer',
        'other'
    ])),
    isBound: v.boolean(),
    second: v.picklist([
        'none',
        'may',
        'must'
    ])
});

export const vLetterStep: v.GenericSchema<t.LetterStep> = v.object({
    runId: v.string(),
    step: v.string()
});

export const vLetter: v.GenericSchema<t.Letter> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    id: v.string(),
    template: v.string(),
    title: vWords,
    at: v.string(),
    by: v.union([vNamed, vRedacted]),
    corrects: v.nullable(v.string()),
    correctedBy: v.nullable(v.string()),
    sending: v.nullable(vLetterSending),
    sha256: v.string(),
    bytes: v.pipe(v.number(), v.integer()),
    step: v.nullable(vLetterStep),
    referralId: v.nullable(v.string()),
    maySend: v.boolean(),
    content: v.union([vLetterContent, vRedacted])
});
