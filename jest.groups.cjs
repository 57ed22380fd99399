const {
  globSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { join, relative } = require('node:path');

/** Files of tests in one group. */
const SIZE = 16;

/**
 * Jest gives each file of tests a registry of its own: it loads Nest, TypeORM and all of ours again, and compiles it again.
 * `npm test` runs them in groups, each a file that requires sixteen others: what they load is loaded once. A file that replaces a
 * module stays alone. Gives what to match; the groups are written anew each time, the same ones: Nx reads this as well.
 */
module.exports = function groupsOf(project) {
  const folder = join(project, '.spec-groups');
  mkdirSync(folder, { recursive: true });
  const files = globSync('src/**/*.spec.ts', { cwd: project }).sort();
  const isAlone = (file) =>
    /^\s*jest\.(mock|doMock|setMock|unstable_mockModule)\(/m.test(readFileSync(join(project, file), 'utf8'));
  const together = files
    .filter((file) => !isAlone(file))
    .sort((a, b) => statSync(join(project, b)).size - statSync(join(project, a)).size);
  const count = Math.ceil(together.length / SIZE);
  const groups = Array.from({ length: count }, (_, group) => {
    // Long ones apart from each other.
    const its = together.filter((_file, place) => place % count === group);
    const text = its.map((file) => partOf(file, relative(folder, join(project, file)).replaceAll('\\', '/')));
    return [`group-${String(group + 1).padStart(2, '0')}.spec.ts`, text.join('')];
  });
  for (const name of readdirSync(folder)) if (!groups.some(([it]) => it === name)) rmSync(join(folder, name));
  for (const [name, text] of groups) writeFileSync(join(folder, name), text);
  return ['<rootDir>/.spec-groups/*.spec.ts', ...files.filter(isAlone).map((file) => `<rootDir>/${file}`)];
};

/** What a file changes of the environment of its process ends with it. */
const partOf = (file, path) => `describe(${JSON.stringify(file)}, () => {
  const before = { ...process.env };
  require(${JSON.stringify(path)});
  afterAll(() => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  });
});
`;
