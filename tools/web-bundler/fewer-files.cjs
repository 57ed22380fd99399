const { dirname } = require('node:path');
const { groupChunks } = require('./group-chunks.cjs');

/**
 * Angular hands what it has built to rolldown, which puts shared modules together, and takes no options for that. Here rolldown gets
 * them: fewer files, so that a page asks for a dozen and not for seventy.
 */
function fewerFiles() {
  const path = require.resolve('rolldown', { paths: [dirname(require.resolve('@angular/build'))] });
  const whole = require(path);
  const rolldown = async (input) => {
    const bundle = await whole.rolldown({ ...input, preserveEntrySignatures: false });
    const grouped = {
      includeDependenciesRecursively: false,
      groups: [{ name: namer(input.input), debugName: 'pages' }],
    };
    return {
      generate: (options) => bundle.generate({ ...options, codeSplitting: grouped }),
      close: () => bundle.close(),
    };
  };
  require.cache[path].exports = { ...whole, rolldown };
}

const isDoor = (id) => /sign-in-page[^/]*\.js$/.test(id);

/** Names the group of a module, once all of them are known. */
function namer(main) {
  let names = null;
  return (id, context) => {
    if (!names) {
      const modules = modulesFrom(main, context);
      names = groupChunks(modules, main, [...modules.keys()].find(isDoor));
    }
    return names.get(id) ?? null;
  };
}

function modulesFrom(main, context) {
  const modules = new Map();
  const next = [main];
  for (const id of next) {
    const info = modules.has(id) ? null : context.getModuleInfo(id);
    if (!info || info.code === null) continue;
    const [imports, later] = [info.importedIds, info.dynamicallyImportedIds];
    modules.set(id, { imports, later, size: info.code.length });
    next.push(...imports, ...later);
  }
  return modules;
}

module.exports = { fewerFiles };
