const HEADER = '// Printed by `npm run print-contract` from what the API describes.\n';

/**
 * The type of every route of the interface by its method, below `/api`: its path as a tuple of parts, `string` for what is filled in;
 * what it answers as JSON, what is sent to it, and what may be asked of it.
 */
export function routesType({ paths }) {
  const byMethod = new Map();
  for (const [path, methods] of Object.entries(paths)) {
    if (!path.startsWith('/api/')) continue;
    for (const [method, operation] of Object.entries(methods)) {
      const routes = byMethod.get(method) ?? [];
      byMethod.set(method, [...routes, routeOf(path.slice('/api/'.length), operation)]);
    }
  }
  const members = [...byMethod]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([method, routes]) =>
        `    readonly ${method.toUpperCase()}:\n${routes
          .sort()
          .map((it) => `        | ${it}`)
          .join('\n')};`,
    );
  return `${HEADER}import type * as t from './types.gen';\n\n${ROUTE}\nexport interface ApiRoutes {\n${members.join('\n')}\n}\n`;
}

/** \`void\`: nothing that is read; \`undefined\`: nothing is sent. */
const ROUTE = `interface Route<Path extends readonly string[], Answer = void, Body = undefined, Query = Record<never, never>> {
    readonly path: Path;
    readonly answer: Answer;
    readonly body: Body;
    readonly query: Query;
}
`;

function routeOf(path, { responses, requestBody, parameters = [] }) {
  const answers = Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([, { content = {} }]) => jsonIn(content));
  const body = requestBody ? jsonIn(requestBody.content)[0] : undefined;
  const asked = parameters.filter((it) => it.in === 'query');
  const query = asked.map(
    ({ name, required, schema }) => `readonly ${name}${required ? '' : '?'}: ${typeOf(schema)}`,
  );
  const said = [
    tupleOf(path),
    [...new Set(answers)].join(' | ') || 'void',
    body ?? 'undefined',
    query.length > 0 ? `{ ${query.join('; ')} }` : 'Record<never, never>',
  ];
  const defaults = [null, 'void', 'undefined', 'Record<never, never>'];
  while (said.length > 1 && said.at(-1) === defaults[said.length - 1]) said.pop();
  return `Route<${said.join(', ')}>`;
}

/** A file is JSON to nobody. */
const jsonIn = (content) =>
  Object.entries(content)
    .filter(([type, { schema }]) => type === 'application/json' && schema?.format !== 'binary')
    .map(([, { schema }]) => typeOf(schema));

function typeOf({ $ref, type, items, enum: values }) {
  if ($ref !== undefined) return `t.${$ref.slice('#/components/schemas/'.length).replace(/Dto$/, '')}`;
  if (values !== undefined) return values.map((it) => `'${it}'`).join(' | ');
  if (type === 'array') return `readonly ${typeOf(items)}[]`;
  if (type === 'string') return 'string';
  if (type === 'number' || type === 'integer') return 'number';
  throw new Error(`no type for ${JSON.stringify({ type })}`);
}

const tupleOf = (path) =>
  `[${path
    .split('/')
    .map((part) => (part.startsWith('{') ? 'string' : `'${part}'`))
    .join(', ')}]`;
