import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import Ajv from 'ajv';

const root = resolve(__dirname, '../..');
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly unknown[];
}
interface Bom {
  readonly serialNumber: string;
  readonly metadata: { readonly component: Component & { readonly type: string } };
  readonly components: readonly Component[];
}
interface Installed {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
}

describe('the bill of materials', () => {
  let folder: string;
  let text: string;
  let bom: Bom;
  const written = (name: string): string => {
    const file = join(folder, name);
    execFileSync(process.execPath, [join(root, 'tools/supply-chain/write-sbom.mjs'), file]);
    return readFileSync(file, 'utf8');
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'repere-sbom-'));
    text = written('one.json');
    bom = JSON.parse(text) as Bom;
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What npm says it put into node_modules to run, by `name@version`. */
  const installed = (): ReadonlyMap<string, Installed> => {
    const { packages } = readJson(join(root, 'node_modules/.package-lock.json')) as {
      readonly packages: Readonly<Record<string, Installed>>;
    };
    return new Map(
      Object.entries(packages)
        .filter(([, { link, dev }]) => !link && !dev)
        .map(([path, it]) => [`${path.split('node_modules/').at(-1) ?? ''}@${it.version ?? ''}`, it]),
    );
  };
  const named = ({ name, version }: Component): string => `${name}@${version}`;

  it('is CycloneDX 1.5, by its published schema', () => {
    const schemas = join(dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res/schema');
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const other of ['spdx', 'jsf-0.82'].map((name) => `${name}.SNAPSHOT.schema.json`))
      ajv.addSchema(readJson(join(schemas, other)) as object, `http://cyclonedx.org/schema/${other}`);
    const isValid = ajv.compile(readJson(join(schemas, 'bom-1.5.SNAPSHOT.schema.json')) as object);
    isValid(bom);
    expect(isValid.errors).toBeNull();
    expect(isValid({ ...bom, components: [{ name: 'x' }] })).toBe(false);
  });

  it('names exactly the packages that are installed to run, in their versions', () => {
    expect(bom.components.map(named).sort()).toEqual([...installed().keys()].sort());
    expect(bom.components.length).toBeGreaterThan(100);
  });

  it('has of each the hash that npm checked, and a licence', () => {
    const packages = installed();
    for (const component of bom.components) {
      const [algorithm = '', hash = ''] = (packages.get(named(component))?.integrity ?? '').split(/-(.*)/);
      expect({ of: named(component), hashes: component.hashes }).toEqual({
        of: named(component),
        hashes: expect.arrayContaining([
          { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(hash, 'base64').toString('hex') },
        ]),
      });
      expect({ of: named(component), licences: component.licenses?.length }).toEqual({
        of: named(component),
        licences: 1,
      });
    }
  });

  it('has what package.json asks for, and nothing that only builds or tests', () => {
    const { dependencies, devDependencies } = readJson(join(root, 'package.json')) as Readonly<
      Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>
    >;
    const names = new Set(bom.components.map(named));
    const asked = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`);
    expect(asked.filter((it) => !names.has(it))).toEqual([]);
    const tools = ['jest', 'nx', '@playwright/test'].map((name) => `${name}@${devDependencies[name] ?? ''}`);
    expect(tools.filter((it) => names.has(it))).toEqual([]);
  });

  it('is of Repère, and the same each time', () => {
    expect(bom.metadata.component).toMatchObject({ name: 'repere', type: 'application' });
    expect(written('two.json')).toBe(text);
  }, 60_000);
});
