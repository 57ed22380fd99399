import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** A JSON Schema, as far as the description of the interface uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

const root = join(__dirname, '../../../..');
const program = join(root, 'tools/contract/print-contract.cjs');

/** Runs `npm run print-contract` with this flag; gives what it prints, throws when it fails. */
export const printContract = (flag: '--check' | '--document'): string =>
  execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', program, flag], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });

/** Schemas of the description, by their names there. */
export function describedSchemas(): Readonly<Record<string, Schema>> {
  const document = JSON.parse(printContract('--document')) as {
    readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  };
  return document.components.schemas;
}
