// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vTypeAttribute: v.GenericSchema<t.TypeAttribute> = v.object({
    name: v.string(),
    type: v.picklist([
        'string',
        'integer',
        'time'
    ])
});

export const vTypeDefinition: v.GenericSchema<t.TypeDefinition> = v.object({
    name: v.string(),
    attributes: v.array(vTypeAttribute)
});

export const vObjectAttribute: v.GenericSchema<t.ObjectAttribute> = v.object({
    name: v.string(),
    value: v.string(),
    time: v.string()
});

export const vRelationship: v.GenericSchema<t.Relationship> = v.object({
    objectId: v.string(),
    qualifier: v.string()
});

export const vLogObject: v.GenericSchema<t.LogObject> = v.object({
    id: v.string(),
    type: v.string(),
    attributes: v.array(vObjectAttribute),
    relationships: v.array(vRelationship)
});

export const vEventAttribute: v.GenericSchema<t.EventAttribute> = v.object({
    name: v.string(),
    value: v.string()
});

export const vLogEvent: v.GenericSchema<t.LogEvent> = v.object({
    id: v.string(),
    type: v.string(),
    time: v.string(),
    attributes: v.array(vEventAttribute),
    relationships: v.array(vRelationship)
});

export const vEventLog: v.GenericSchema<t.EventLog> = v.object({
    objectTypes: v.array(vTypeDefinition),
    eventTypes: v.array(vTypeDefinition),
    objects: v.array(vLogObject),
    events: v.array(vLogEvent)
});
