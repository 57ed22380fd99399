// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vCalendarFeed: v.GenericSchema<t.CalendarFeed> = v.object({
    madeAt: v.nullable(v.string()),
    fetches: v.number(),
    fetchedAt: v.nullable(v.string())
});

export const vMadeFeed: v.GenericSchema<t.MadeFeed> = v.object({
    address: v.string()
});
