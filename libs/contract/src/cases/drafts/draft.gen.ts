// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vDraft: v.GenericSchema<t.Draft> = v.object({
    content: v.record(v.string(), v.unknown()),
    protocolVersion: v.string(),
    savedAt: v.string(),
    revision: v.pipe(v.number(), v.integer())
});

export const vDraftSaved: v.GenericSchema<t.DraftSaved> = v.object({
    savedAt: v.string(),
    revision: v.pipe(v.number(), v.integer()),
    relevant: v.record(v.string(), v.nullable(v.boolean()))
});
