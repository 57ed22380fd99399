// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vSlide } from '../presentation/presentation.gen';

export const vArrivedEvent: v.GenericSchema<t.ArrivedEvent> = v.object({
    at: v.string(),
    slide: vSlide
});

export const vStory: v.GenericSchema<t.Story> = v.object({
    arrived: v.array(vArrivedEvent)
});
