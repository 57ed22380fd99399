const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const STATIC = /(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g;

/**
 * Writes, for each address of `rules`, every file that its page takes: the server names them in the page's head, so that none is first
 * heard of when another has come. `names`: files by the name of their source, `words` those of each language, `answers` paths of the
 * interface that the page asks as soon as it runs.
 */
function writePreloads(folder, rules) {
  const files = readdirSync(folder).filter((file) => /-[\w-]{8}\.js$/.test(file));
  const named = (name) => {
    const found = files.filter((file) => file.replace(/-[\w-]{8}\.js$/, '') === name);
    if (found.length !== 1)
      throw new Error(
        `${String(found.length)} files are named ${name}, to be loaded before they are asked for`,
      );
    return found[0];
  };
  const imports = new Map(
    files.map((file) => [
      file,
      [...readFileSync(join(folder, file), 'utf8').matchAll(STATIC)].map(([, name]) => name),
    ]),
  );
  const reached = (from, seen = new Set()) => {
    if (seen.has(from) || !imports.has(from)) return seen;
    seen.add(from);
    for (const file of imports.get(from)) reached(file, seen);
    return seen;
  };
  const index = readFileSync(join(folder, 'index.html'), 'utf8');
  const filesOf = (names) =>
    [...new Set(names.flatMap((name) => [...reached(named(name))]))].filter((file) => !index.includes(file));
  const known = rules.map(({ address, names, words, answers }) => ({
    ...{ address, answers },
    files: Object.fromEntries(
      Object.entries(words).map(([language, word]) => [language, filesOf([word, ...names])]),
    ),
  }));
  writeFileSync(join(folder, 'preloads.json'), JSON.stringify(known));
}

module.exports = { writePreloads };
