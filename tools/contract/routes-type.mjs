const HEADER = '// Printed by `npm run print-contract` from what the API describes.\n';

/** The type of every path of the interface by its method, below `/api`: one tuple of parts each, `string` for what is filled in. */
export function routesType({ paths }) {
  const byMethod = new Map();
  for (const [path, methods] of Object.entries(paths)) {
    if (!path.startsWith('/api/')) continue;
    for (const method of Object.keys(methods)) {
      const routes = byMethod.get(method) ?? [];
      byMethod.set(method, [...routes, tupleOf(path.slice('/api/'.length))]);
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
  return `${HEADER}\nexport interface ApiRoutes {\n${members.join('\n')}\n}\n`;
}

const tupleOf = (path) =>
  `[${path
    .split('/')
    .map((part) => (part.startsWith('{') ? 'string' : `'${part}'`))
    .join(', ')}]`;
