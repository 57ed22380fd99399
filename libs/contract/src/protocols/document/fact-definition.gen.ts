// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vCaseLine: v.GenericSchema<t.CaseLine> = v.object({
    when: v.string(),
    is: v.string()
});

export const vCodedValue: v.GenericSchema<t.CodedValue> = v.object({
    code: v.string(),
    label: vWords
});

export const vChecklistItem: v.GenericSchema<t.ChecklistItem> = v.object({
    id: v.string(),
    label: vWords,
    hint: v.optional(vWords)
});

export const vRowFieldDefinition: v.GenericSchema<t.RowFieldDefinition> = v.object({
    id: v.string(),
    type: v.picklist([
        'choice',
        'yes-no',
        'number',
        'months',
        'date',
        'duration',
        'text',
        'checklist',
        'list'
    ]),
    class: v.picklist([
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
    hint: v.optional(vWords),
    changes: v.picklist(['never', 'over-time']),
    multiple: v.optional(v.boolean()),
    values: v.optional(v.array(vCodedValue)),
    ranked: v.optional(v.array(v.string())),
    items: v.optional(v.array(vChecklistItem)),
    writtenBy: v.optional(v.string()),
    relevant: v.optional(v.string()),
    unit: v.optional(v.string()),
    min: v.optional(v.number()),
    max: v.optional(v.number()),
    maxLength: v.optional(v.number()),
    future: v.optional(v.boolean()),
    sensitive: v.optional(v.boolean()),
    role: v.optional(v.picklist([
        'birth',
        'sex',
        'language',
        'first-seen',
        'danger-seen',
        'danger',
        'victim-status',
        'contact-is-safe',
        'safe-contact',
        'contact-hours',
        'code-word',
        'may-be-left',
        'read-by',
        'people-around',
        'family-told',
        'heard-before',
        'person-name',
        'relation',
        'family-role',
        'lives-with',
        'may-contact',
        'reach',
        'person-note'
    ])),
    counted: v.optional(v.object({
        sign: v.optional(v.array(v.string())),
        'at-risk': v.optional(v.array(v.string())),
        'not-referred': v.optional(v.array(v.string()))
    })),
    marked: v.optional(v.array(v.string())),
    asksOfBan: v.optional(v.boolean()),
    namesNobody: v.optional(v.boolean()),
    basis: v.array(v.string())
});

export const vSaidOfRow: v.GenericSchema<t.SaidOfRow> = v.object({
    when: v.string(),
    text: vWords
});

export const vReportableEvent: v.GenericSchema<t.ReportableEvent> = v.object({
    answer: v.string(),
    title: vWords,
    hint: v.optional(vWords),
    asks: v.array(v.string()),
    engages: v.optional(v.string()),
    call: v.array(v.string()),
    urgent: v.boolean()
});

export const vFactDefinition: v.GenericSchema<t.FactDefinition> = v.object({
    id: v.string(),
    type: v.picklist([
        'choice',
        'yes-no',
        'number',
        'months',
        'date',
        'duration',
        'text',
        'checklist',
        'list'
    ]),
    class: v.picklist([
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
    hint: v.optional(vWords),
    changes: v.picklist(['never', 'over-time']),
    multiple: v.optional(v.boolean()),
    values: v.optional(v.array(vCodedValue)),
    ranked: v.optional(v.array(v.string())),
    items: v.optional(v.array(vChecklistItem)),
    derived: v.optional(v.record(v.string(), v.union([v.string(), v.array(vCaseLine)]))),
    says: v.optional(v.array(vSaidOfRow)),
    orderedBy: v.optional(v.string()),
    writtenBy: v.optional(v.string()),
    relevant: v.optional(v.string()),
    unit: v.optional(v.string()),
    min: v.optional(v.number()),
    max: v.optional(v.number()),
    maxLength: v.optional(v.number()),
    future: v.optional(v.boolean()),
    sensitive: v.optional(v.boolean()),
    role: v.optional(v.picklist([
        'birth',
        'sex',
        'language',
        'first-seen',
        'danger-seen',
        'danger',
        'victim-status',
        'contact-is-safe',
        'safe-contact',
        'contact-hours',
        'code-word',
        'may-be-left',
        'read-by',
        'people-around',
        'family-told',
        'heard-before',
        'person-name',
        'relation',
        'family-role',
        'lives-with',
        'may-contact',
        'reach',
        'person-note'
    ])),
    counted: v.optional(v.object({
        sign: v.optional(v.array(v.string())),
        'at-risk': v.optional(v.array(v.string())),
        'not-referred': v.optional(v.array(v.string()))
    })),
    marked: v.optional(v.array(v.string())),
    asksOfBan: v.optional(v.boolean()),
    namesNobody: v.optional(v.boolean()),
    reportableEvents: v.optional(v.array(vReportableEvent)),
    basis: v.array(v.string()),
    row: v.optional(v.record(v.string(), vRowFieldDefinition))
});
