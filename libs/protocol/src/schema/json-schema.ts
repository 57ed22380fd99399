/** A JSON Schema (draft 2020-12) as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** An object with exactly these keys. Unknown keys are refused everywhere in the language. */
export function exactObject(
  description: string,
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema {
  return { description, type: 'object', additionalProperties: false, required, properties };
}

/** An object from names of this form to values of one kind. */
export function named(description: string, name: JsonSchema, value: JsonSchema): JsonSchema {
  return { description, type: 'object', propertyNames: name, additionalProperties: value };
}

export function listOf(description: string, items: JsonSchema): JsonSchema {
  return { description, type: 'array', items };
}

export function oneOf(description: string, words: readonly string[]): JsonSchema {
  return { description, type: 'string', enum: words };
}

export function pattern(description: string, form: string): JsonSchema {
  return { description, type: 'string', pattern: form };
}

export function ref(name: string): JsonSchema {
  return { $ref: `#/$defs/${name}` };
}
