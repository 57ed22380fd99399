const { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');

/** Files of tests in one group. */
const SIZE = 8;

/**
 * Jest gives each file of tests a registry of its own: it loads Nest, TypeORM and all of ours again, and compiles it again.
 * `npm test` runs them in groups, each a file that requires eight others: what they load is loaded once. A file that replaces a
 * module stays alone. Gives what to match; the groups are written anew each time.
 */
module.exports = function groupsOf(project) {
  const folder = join(project, '.spec-groups');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const files = globSync('src/**/*.spec.ts', { cwd: project }).sort();
  const isAlone = (file) =>
    /^\s*jest\.(mock|doMock|setMock|unstable_mockModule)\(/m.test(readFileSync(join(project, file), 'utf8'));
  const together = files
    .filter((file) => !isAlone(file))
    .sort((a, b) => statSync(join(project, b)).size - statSync(join(project, a)).size);
  const count = Math.ceil(together.length / SIZE);
  // Long ones apart from each other.
  for (let group = 0; group < count; group++) {
    const its = together.filter((_, place) => place % count === group);
    const text = its.map((file) => {
      const path = relative(folder, join(project, file)).replaceAll('\\', '/');
      return `describe(${JSON.stringify(file)}, () => void require(${JSON.stringify(path)}));\n`;
    });
    writeFileSync(join(folder, `group-${String(group + 1).padStart(2, '0')}.spec.ts`), text.join(''));
  }
  return ['<rootDir>/.spec-groups/*.spec.ts', ...files.filter(isAlone).map((file) => `<rootDir>/${file}`)];
};
