// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vLinkCallBack: v.GenericSchema<t.LinkCallBack> = v.object({
    checkPhone: v.nullable(v.string())
});
