// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vDuplicateTask: v.GenericSchema<t.DuplicateTask> = v.object({
    id: v.string(),
    caseFileId: v.string(),
    reference: v.string(),
    otherReference: v.string(),
    otherCaseFileId: v.nullable(v.string()),
    why: v.array(vWords),
    raisedAt: v.string(),
    dueAt: v.nullable(v.string())
});

export const vDuplicateTaskPage: v.GenericSchema<t.DuplicateTaskPage> = v.object({
    items: v.array(vDuplicateTask),
    next: v.nullable(v.string())
});
