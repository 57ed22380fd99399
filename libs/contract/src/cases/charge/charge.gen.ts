// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vCitedSource } from '../words/cited-source.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vLetterOnItsWay: v.GenericSchema<t.LetterOnItsWay> = v.object({
    runId: v.string(),
    step: v.string(),
    title: vWords,
    sentAt: v.string()
});

export const vAuthority: v.GenericSchema<t.Authority> = v.object({
    title: vWords,
    isOurs: v.boolean(),
    because: vWords,
    basis: v.array(vCitedSource),
    seizedAt: v.nullable(v.string()),
    letter: v.nullable(vLetterOnItsWay)
});

export const vChargeStep: v.GenericSchema<t.ChargeStep> = v.object({
    runId: v.string(),
    step: v.string(),
    title: vWords
});

export const vUnknownFact: v.GenericSchema<t.UnknownFact> = v.object({
    title: vWords,
    askedBy: v.nullable(vChargeStep)
});

export const vChargeQuestion: v.GenericSchema<t.ChargeQuestion> = v.object({
    authority: vWords,
    facts: v.array(vUnknownFact)
});

export const vChargeDueStep: v.GenericSchema<t.ChargeDueStep> = v.object({
    runId: v.string(),
    step: v.string(),
    title: vWords,
    dueAt: v.nullable(v.string()),
    atOnce: v.boolean(),
    isLate: v.boolean(),
    origin: v.nullable(v.picklist([
        'LEGAL',
        'REPORT',
        'MEDICAL',
        'TOOL'
    ]))
});

export const vAskedOfAuthority: v.GenericSchema<t.AskedOfAuthority> = v.object({
    runId: v.string(),
    step: v.string(),
    title: vWords,
    to: vWords,
    at: v.string(),
    waitsFor: v.nullable(vChargeDueStep),
    expectsAnswer: v.boolean(),
    silence: vWords,
    basis: v.array(vCitedSource)
});

export const vChargeLetter: v.GenericSchema<t.ChargeLetter> = v.object({
    id: v.string(),
    title: vWords
});

export const vToAskAuthority: v.GenericSchema<t.ToAskAuthority> = v.object({
    runId: v.string(),
    step: v.string(),
    title: vWords,
    dueAt: v.nullable(v.string()),
    atOnce: v.boolean(),
    isLate: v.boolean(),
    origin: v.nullable(v.picklist([
        'LEGAL',
        'REPORT',
        'MEDICAL',
        'TOOL'
    ])),
    to: vWords,
    letters: v.array(vChargeLetter)
});

export const vCharge: v.GenericSchema<t.Charge> = v.object({
    authority: v.nullable(v.union([vAuthority, vRedacted])),
    open: v.union([v.array(vChargeQuestion), vRedacted]),
    asked: v.array(vAskedOfAuthority),
    toAsk: v.array(vToAskAuthority)
});
