// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vHeldCertificate: v.GenericSchema<t.HeldCertificate> = v.object({
    id: v.string(),
    role: v.picklist([
        'caseworker',
        'ase-referent',
        'assessor',
        'supervisor',
        'auditor',
        'trainer',
        'protocol-editor',
        'administrator',
        'partner'
    ]),
    title: vWords,
    protocols: v.array(v.string()),
    practisedOn: v.string(),
    trainer: v.string(),
    importedBy: v.string(),
    importedAt: v.string()
});

export const vPractised: v.GenericSchema<t.Practised> = v.object({
    protocol: v.string(),
    version: v.string(),
    title: vWords
});

export const vCheckedCertificate: v.GenericSchema<t.CheckedCertificate> = v.object({
    id: v.string(),
    name: v.string(),
    role: v.picklist([
        'caseworker',
        'ase-referent',
        'assessor',
        'supervisor'
    ]),
    title: vWords,
    protocols: v.array(vPractised),
    practisedOn: v.string(),
    space: v.string(),
    trainer: v.string(),
    signer: v.string()
});

export const vImportedCertificate: v.GenericSchema<t.ImportedCertificate> = v.object({
    id: v.string()
});
