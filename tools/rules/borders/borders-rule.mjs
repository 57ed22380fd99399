import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/** The folder right under `root` that `file` is in; `''`: none, `null`: outside. */
function domainOf(root, file) {
  const path = relative(root, file);
  if (path.startsWith('..') || isAbsolute(path)) return null;
  const [folder = '', ...rest] = path.split(sep);
  return rest.length > 0 ? folder : '';
}

/** Refuses an import across a border that the list doesn't open. Options: the app's folder from the root of the house, its borders. */
export const bordersRule = {
  meta: {
    type: 'problem',
    docs: { description: 'domains of an app import only what stands below them' },
    schema: [{ type: 'string' }, { type: 'object' }],
    messages: {
      closed: '`{{from}}` may not import `{{to}}`: docs/borders.md says who may import whom.',
      above: '`{{from}}` may not import what puts the app together: move what both need into a domain.',
      unlisted: '`{{domain}}` has no line in tools/rules/borders/borders.mjs.',
    },
  },
  create(context) {
    const [folder, borders] = context.options;
    const root = resolve(context.cwd, folder);
    const from = domainOf(root, context.filename);
    // What puts the domains together may import all.
    if (from === null || from === '' || borders[from]?.putsTogether) return {};

    const check = (source) => {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
      const to = domainOf(root, resolve(dirname(context.filename), source.value));
      if (to === null || to === from) return;
      const report = (messageId, data) => context.report({ node: source, messageId, data });
      if (!(from in borders)) report('unlisted', { domain: from });
      else if (to === '' || borders[to]?.putsTogether) report('above', { from });
      else if (!(to in borders)) report('unlisted', { domain: to });
      else if (!borders[from].mayImport.includes(to)) report('closed', { from, to });
    };
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      TSImportType: ({ source }) => check(source),
    };
  },
};
