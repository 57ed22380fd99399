const { existsSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

/**
 * A library has one entry, and a page takes with it only what it names there.
 *
 * esbuild drops what nobody uses, but splits code by files: who imports an entry for one name gets into its part of the program
 * whatever *any* page takes from that entry, so that the first page would carry the engine for the word of a status. Here an import of
 * such an entry is answered with an entry of its own, which hands on the names that this file asks for and nothing else.
 *
 * For libraries whose package.json says `"sideEffects": false`: loading a file of theirs does nothing by itself.
 */
function namedOnly(root) {
  const { paths } = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')).compilerOptions;
  const entries = Object.entries(paths)
    .map(([name, [file]]) => ({ name, file: join(root, file) }))
    .filter(({ file }) => hasNoSideEffects(join(dirname(file), '../package.json')));
  const exported = new Map(entries.map(({ name, file }) => [name, exportsOf(file)]));

  return {
    name: 'named-only',
    setup(build) {
      if (entries.length === 0) return;
      const filter = new RegExp(`^(${entries.map(({ name }) => name).join('|')})$`);
      build.onResolve({ filter }, ({ path, importer, kind, namespace }) => {
        if (kind !== 'import-statement' || namespace !== 'file') return undefined;
        const from = exported.get(path);
        const names = namesIn(readFileSync(importer, 'utf8'), path);
        // Whoever asks for an entry as a whole gets it whole.
        if (!names) return undefined;
        const values = names.filter((name) => from.has(name)).sort();
        return {
          path: `${path} { ${values.join(', ')} }`,
          namespace: 'named-only',
          sideEffects: false,
          pluginData: { path, values },
        };
      });
      build.onLoad({ filter: /.*/, namespace: 'named-only' }, ({ pluginData: { path, values } }) => ({
        contents: values
          .map((name) => {
            const { file, as } = exported.get(path).get(name);
            return `export { ${as} as ${name} } from ${JSON.stringify(file)};`;
          })
          .join('\n'),
        loader: 'js',
        resolveDir: root,
      }));
    },
  };
}

function hasNoSideEffects(manifest) {
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).sideEffects === false;
}

/** What an entry exports at run time: name → file that has it, and its name there. */
function exportsOf(entry) {
  const found = new Map();
  for (const [, names, from] of readFileSync(entry, 'utf8').matchAll(
    /^export \{([^}]*)\} from '([^']+)';/gm,
  )) {
    const path = join(dirname(entry), from);
    const file = existsSync(`${path}.ts`) ? `${path}.ts` : join(path, 'index.ts');
    for (const { name, as } of namesOf(names)) found.set(as, { file, as: name });
  }
  return found;
}

/** Names that a text imports from an entry; `null` if it takes the entry as a whole. */
function namesIn(text, entry) {
  const names = [];
  for (const [, what, from] of text.matchAll(/^(?:import|export)\s([^;'"]*?)\s*from\s+['"]([^'"]+)['"]/gm)) {
    if (from !== entry || what.startsWith('type ')) continue;
    const list = /^\{([^}]*)\}$/.exec(what);
    if (!list) return null;
    names.push(...namesOf(list[1]).map(({ name }) => name));
  }
  return [...new Set(names)];
}

/** `a, type B, c as d` → a, and c as d: types are nothing at run time. */
function namesOf(list) {
  return list
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '' && !it.startsWith('type '))
    .map((it) => it.split(/\s+as\s+/))
    .map(([name, as = name]) => ({ name, as }));
}

module.exports = { namedOnly, namesIn };
