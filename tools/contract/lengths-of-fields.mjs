import { referencesIn } from './answer-schemas.mjs';

const HEADER = '// Printed by `npm run print-contract` from what the API describes.\n';

/** How long each text of what is sent may be, a constant for each schema that has some: `breakGlassLengths.words`. Forms read it. */
export function lengthsOfFields(document) {
  const { schemas } = document.components;
  const constants = sentOf(document).flatMap((name) => {
    const lengths = Object.entries(schemas[name].properties ?? {}).flatMap(([field, schema]) => {
      const most = schema.maxLength ?? schema.items?.maxLength;
      return most === undefined ? [] : [`  ${field}: ${most},\n`];
    });
    const constant = `${name.charAt(0).toLowerCase()}${name.slice(1).replace(/Dto$/, '')}Lengths`;
    return lengths.length === 0 ? [] : [`\nexport const ${constant} = {\n${lengths.join('')}} as const;\n`];
  });
  return `${HEADER}${constants.join('')}`;
}

/** Names of the schemas that requests are made of, in the order of the alphabet. */
function sentOf({ paths, components }) {
  const reached = new Set();
  const reach = (name) => {
    if (reached.has(name)) return;
    reached.add(name);
    referencesIn(components.schemas[name]).forEach(reach);
  };
  Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ requestBody }) => Object.values(requestBody?.content ?? {}))
    .flatMap(({ schema }) => (schema ? referencesIn(schema) : []))
    .forEach(reach);
  return [...reached].sort();
}
