// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vServiceImport: v.GenericSchema<t.ServiceImport> = v.object({
    id: v.string(),
    at: v.string(),
    by: v.string(),
    services: v.number(),
    untouched: v.number(),
    undoneAt: v.nullable(v.string())
});

export const vServiceImports: v.GenericSchema<t.ServiceImports> = v.object({
    items: v.array(vServiceImport)
});

export const vPreviewedService: v.GenericSchema<t.PreviewedService> = v.object({
    line: v.number(),
    name: v.string(),
    kind: v.picklist([
        'crip',
        'ase',
        'uaped',
        'umj',
        'police-unit',
        'court',
        'duty-prosecution',
        'pjj',
        'ngo',
        'young-shelter',
        'remote-shelter',
        'foster-service',
        'psychotherapy',
        'legal-aid',
        'interpreting-service',
        'street-outreach',
        'street-educators',
        'employer-programme',
        'cross-border',
        'cegidd',
        'sexual-health-centre',
        'csapa',
        'adolescent-centre',
        'pmi',
        'mdph',
        'school-nurse',
        'france-victimes',
        'national-line'
    ]),
    territories: v.array(v.string())
});

export const vTableProblem: v.GenericSchema<t.TableProblem> = v.object({
    line: v.number(),
    column: v.nullable(v.string()),
    code: v.string(),
    text: vWords,
    found: v.string()
});

export const vImportPreview: v.GenericSchema<t.ImportPreview> = v.object({
    added: v.number(),
    first: v.array(vPreviewedService),
    known: v.number(),
    wrong: v.number(),
    problems: v.array(vTableProblem),
    unread: v.array(v.string()),
    columns: v.array(v.string())
});
