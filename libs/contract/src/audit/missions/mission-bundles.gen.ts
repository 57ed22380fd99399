// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vBundle } from '../bundle/ordering/bundles.gen';

export const vMissionBundles: v.GenericSchema<t.MissionBundles> = v.object({
    items: v.array(vBundle)
});
