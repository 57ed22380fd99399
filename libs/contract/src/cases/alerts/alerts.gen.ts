// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vAlertItem: v.GenericSchema<t.AlertItem> = v.object({
    id: v.string(),
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    runId: v.string(),
    step: v.string(),
    entryId: v.string(),
    kind: v.picklist(['flag', 'rights-incident']),
    title: vWords,
    text: vWords,
    at: v.string()
});

export const vAlertPage: v.GenericSchema<t.AlertPage> = v.object({
    items: v.array(vAlertItem),
    next: v.nullable(v.string())
});
