type Schema = Readonly<Record<string, unknown>>;

/** What a schema says of one place: the keys that may stand there, or the words. */
export interface SchemaThere {
  readonly keys: readonly { readonly key: string; readonly about: string }[];
  readonly words: readonly string[];
  readonly about: string;
}

/** The schema at a path of keys; list positions are left out: what holds of one item holds of all. */
export function schemaAt(root: Schema, path: readonly string[]): SchemaThere {
  let there = alternatives(root, root);
  for (const key of path) there = there.flatMap((schema) => inside(root, schema, key));
  const items = there.flatMap((schema) =>
    isSchema(schema['items']) ? alternatives(root, schema['items']) : [],
  );
  const all = [...there, ...items];
  return {
    keys: all.flatMap((schema) =>
      Object.entries(isSchema(schema['properties']) ? schema['properties'] : {}).map(([key, value]) => ({
        key,
        about: isSchema(value) ? aboutOf(root, value) : '',
      })),
    ),
    words: all.flatMap((schema) => [
      ...(Array.isArray(schema['enum']) ? schema['enum'].map(String) : []),
      ...('const' in schema ? [String(schema['const'])] : []),
      ...(schema['type'] === 'boolean' ? ['true', 'false'] : []),
    ]),
    about: all.map((schema) => String(schema['description'] ?? '')).find(Boolean) ?? '',
  };
}

/** A schema with what it refers to, and both branches of its conditions. */
function alternatives(root: Schema, schema: Schema): readonly Schema[] {
  const ref = schema['$ref'];
  const defs = root['$defs'];
  const referred = typeof ref === 'string' && isSchema(defs) ? defs[ref.slice('#/$defs/'.length)] : undefined;
  return [schema, referred, schema['then'], schema['else']].flatMap((it, place) =>
    !isSchema(it) ? [] : place === 0 ? [it] : alternatives(root, it),
  );
}

function inside(root: Schema, schema: Schema, key: string): readonly Schema[] {
  const items = schema['items'];
  if (isSchema(items)) return alternatives(root, items).flatMap((item) => inside(root, item, key));
  const known = isSchema(schema['properties']) ? schema['properties'][key] : undefined;
  const found = isSchema(known) ? known : schema['additionalProperties'];
  return isSchema(found) ? alternatives(root, found) : [];
}

const aboutOf = (root: Schema, schema: Schema): string =>
  alternatives(root, schema)
    .map((it) => String(it['description'] ?? ''))
    .find(Boolean) ?? '';

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
