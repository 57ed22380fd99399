/** Kinds of constraints that tell what may be sent; an answer that was kept before one of them came is still shown. */
const LIMITS = ['format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems'];

/** The schemas alone, and of them what makes a shape: fields, types, closed lists. */
export function onlyShapes({ paths: _paths, ...document }) {
  const plain = JSON.parse(JSON.stringify(document));
  for (const schema of Object.values(plain.components.schemas)) dropLimits(schema);
  return { ...plain, paths: {} };
}

function dropLimits(schema) {
  for (const limit of LIMITS) delete schema[limit];
  for (const part of partsOf(schema)) dropLimits(part);
}

/** Schemas inside a schema. */
export function partsOf({
  properties = {},
  items,
  additionalProperties,
  oneOf = [],
  anyOf = [],
  allOf = [],
}) {
  const one = [items, additionalProperties].filter((it) => typeof it === 'object' && it !== null);
  return [...Object.values(properties), ...one, ...oneOf, ...anyOf, ...allOf];
}

/** Names of the schemas that an answer is made of, refusals included. */
export function answersOf({ paths, components }) {
  const answered = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ responses }) => Object.values(responses))
    .flatMap(({ content = {} }) => Object.values(content))
    .flatMap(({ schema }) => (schema ? referencesIn(schema) : []));
  const reached = new Set();
  const reach = (name) => {
    if (reached.has(name)) return;
    reached.add(name);
    referencesIn(components.schemas[name]).forEach(reach);
  };
  answered.forEach(reach);
  return new Set([...reached].map((name) => name.replace(/Dto$/, '')));
}

/** Names of the schemas that a schema refers to. */
export const referencesIn = (schema) => [
  ...(schema.$ref ? [schema.$ref.slice('#/components/schemas/'.length)] : []),
  ...partsOf(schema).flatMap(referencesIn),
];
