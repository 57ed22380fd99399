/**
 * Builds a library that stands on its own, as an npm package: modules and their types with the README and the licence.
 * `node tools/publish/build-library.mjs feel [folder]`; without a folder it goes to `dist/libs/feel`.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');
const [name, folder] = process.argv.slice(2);
if (!name) throw new Error('Which library? node tools/publish/build-library.mjs feel');
const library = join(root, 'libs', name);
const out = resolve(folder ?? join(root, 'dist/libs', name));

/** Node wants modules named in full, where bundlers guess the end of the name. */
const nameInFull = (context) => (file) => {
  const visit = (node) => {
    if (ts.isStringLiteral(node) && /^\.\.?\//.test(node.text))
      return context.factory.createStringLiteral(`${node.text}.js`, true);
    return ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? ts.visitEachChild(node, visit, context)
      : node;
  };
  return ts.visitEachChild(file, visit, context);
};

const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), (path) => readFileSync(path, 'utf8'));
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
const program = ts.createProgram([join(library, 'src/index.ts')], {
  ...options,
  paths: {},
  rootDir: join(library, 'src'),
  outDir: join(out, 'lib'),
  declaration: true,
  sourceMap: false,
});
rmSync(out, { recursive: true, force: true });
const emitted = program.emit(undefined, undefined, undefined, false, {
  after: [nameInFull],
  afterDeclarations: [nameInFull],
});
const problems = [...ts.getPreEmitDiagnostics(program), ...emitted.diagnostics];
if (problems.length > 0) {
  process.stderr.write(
    ts.formatDiagnostics(problems, {
      getCanonicalFileName: (it) => it,
      getCurrentDirectory: () => root,
      getNewLine: () => '\n',
    }),
  );
  process.exit(1);
}
mkdirSync(out, { recursive: true });
const described = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'));
const entry = { types: './lib/index.d.ts', default: './lib/index.js' };
writeFileSync(
  join(out, 'package.json'),
  `${JSON.stringify({ ...described, type: 'module', exports: { '.': entry }, files: ['lib'] }, null, 2)}\n`,
);
cpSync(join(library, 'README.md'), join(out, 'README.md'));
cpSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
process.stdout.write(`${name} stands in ${out}\n`);
