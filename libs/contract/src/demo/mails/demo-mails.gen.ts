// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vDemoMail: v.GenericSchema<t.DemoMail> = v.object({
    id: v.string(),
    at: v.string(),
    to: v.string(),
    subject: v.string(),
    text: v.string()
});

export const vDemoMails: v.GenericSchema<t.DemoMails> = v.object({
    items: v.array(vDemoMail)
});
