import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../..');

/** Somebody else's program, in another folder, that has the package and what it depends on, and nothing of this repository. */
const PROGRAM = `
import { compileCondition, type Scope } from '@repere/feel';

interface Weather { readonly raining: boolean | null }
const scope: Scope<Weather> = {
  name: (name) => name === 'raining' ? { type: { kind: 'boolean' }, read: (it) => it.raining } : undefined,
  call: () => undefined,
  names: () => ['raining'],
};
const condition = compileCondition('not(raining) and 1 < 2', scope);
if (!condition.ok) throw new Error(JSON.stringify(condition));
const given: readonly (boolean | null)[] = [true, false, null].map((raining) => condition.value.test({ raining }));
console.log(JSON.stringify(given));
`;

describe('the condition language as a package of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'repere-package-'));
  const built = join(folder, 'node_modules/@repere/feel');
  const described = () =>
    JSON.parse(readFileSync(join(built, 'package.json'), 'utf8')) as {
      private?: boolean;
      dependencies: Record<string, string>;
    };

  beforeAll(() => {
    mkdirSync(built, { recursive: true });
    execFileSync(process.execPath, [join(ROOT, 'tools/publish/build-library.mjs'), 'feel', built]);
    for (const name of Object.keys(described().dependencies))
      symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'program.ts'), PROGRAM);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('may be published, with its README and its licence, and without tests', () => {
    expect(described().private).toBeUndefined();
    for (const file of ['README.md', 'LICENSE', 'lib/index.js', 'lib/index.d.ts'])
      expect(existsSync(join(built, file))).toBe(true);
    expect(existsSync(join(built, 'lib/testing'))).toBe(false);
  });

  it('is used and typed by a program that knows nothing else of us', () => {
    const program = ts.createProgram([join(folder, 'program.ts')], {
      strict: true,
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      skipLibCheck: true,
      types: [],
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    });
    const said = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
    expect(said).toEqual([]);
    program.emit();
    expect(execFileSync(process.execPath, [join(folder, 'program.js')], { encoding: 'utf8' }).trim()).toBe(
      '[false,true,null]',
    );
  });
});
