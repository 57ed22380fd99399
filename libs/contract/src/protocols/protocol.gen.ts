// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../types.gen';
import { vProtocolDocument } from './document/protocol-document.gen';
import { vSharedWords, vSource } from './document/shared-document.gen';
import { vWords } from '../platform/answers/words.gen';

export const vProtocolSummary: v.GenericSchema<t.ProtocolSummary> = v.object({
    protocol: v.string(),
    version: v.string(),
    code: v.string(),
    title: vWords,
    purpose: vWords,
    hash: v.string(),
    steps: v.pipe(v.number(), v.integer()),
    publishedAt: v.string(),
    inForce: v.boolean(),
    proof: v.nullish(v.picklist([
        'proven',
        'bounded',
        'broken'
    ]))
});

export const vReadableProtocol: v.GenericSchema<t.ReadableProtocol> = v.object({
    protocol: v.string(),
    version: v.string(),
    code: v.string(),
    title: vWords,
    purpose: vWords,
    hash: v.string(),
    steps: v.pipe(v.number(), v.integer()),
    publishedAt: v.string(),
    inForce: v.boolean(),
    proof: v.nullish(v.picklist([
        'proven',
        'bounded',
        'broken'
    ])),
    document: vProtocolDocument,
    shared: vSharedWords,
    sources: v.record(v.string(), vSource)
});
