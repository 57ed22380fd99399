// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vUnknownAge: v.GenericSchema<t.UnknownAge> = v.object({
    kind: v.picklist(['unknown'])
});

export const vExactAge: v.GenericSchema<t.ExactAge> = v.object({
    kind: v.picklist(['exact']),
    years: v.pipe(v.number(), v.integer())
});

export const vAgeBetween: v.GenericSchema<t.AgeBetween> = v.object({
    kind: v.picklist(['between']),
    low: v.pipe(v.number(), v.integer()),
    high: v.pipe(v.number(), v.integer()),
    isEstimated: v.boolean()
});

export const vPastEighteen: v.GenericSchema<t.PastEighteen> = v.object({
    kind: v.picklist(['past18']),
    on: v.string(),
    isEstimated: v.boolean()
});
