// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vCastMember: v.GenericSchema<t.CastMember> = v.object({
    id: v.string(),
    name: v.string(),
    roles: v.array(v.picklist([
        'caseworker',
        'ase-referent',
        'assessor',
        'supervisor',
        'auditor',
        'trainer',
        'protocol-editor',
        'administrator',
        'partner'
    ]))
});
