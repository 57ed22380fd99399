import { ESLint } from 'eslint';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const eslint = new ESLint({ cwd: root, ignore: false });

/** The rules that `code` breaks in the place of `filePath`, a file that there is: its project gives the types. */
async function rulesBroken(code: string, filePath: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: resolve(root, filePath) });
  return (result?.messages ?? []).map((message) => message.ruleId);
}

/** A rule that is silently skipped protects nothing: each planted fault must be found, each honest twin must pass. */
describe('lint rules that hold the house up', () => {
  it.each([
    [
      'a pure library imports the web framework',
      "import { signal } from '@angular/core';\nexport const s = signal(1);\n",
    ],
    [
      'the ledger imports the cases',
      "import type { Child } from '@repere/cases';\nexport type Seen = Child;\n",
    ],
  ])('refuse that %s', async (_what, code) => {
    expect(await rulesBroken(code, 'libs/ledger/src/index.ts')).toContain('@nx/enforce-module-boundaries');
  });

  it('allow the cases to import the engine', async () => {
    const code = "import type { CaseView } from '@repere/case-engine';\n\nexport type Seen = CaseView;\n";
    expect(await rulesBroken(code, 'libs/cases/src/index.ts')).toEqual([]);
  });

  it('refuse two files that import each other', async () => {
    const file = 'tools/rules/planted/cycle-a.ts';
    expect(await rulesBroken(await readFile(resolve(root, file), 'utf8'), file)).toContain(
      'import-x/no-cycle',
    );
  });

  it.each(['Date.now()', 'new Date()', 'Math.random()'])('refuse %s in a pure library', async (call) => {
    expect(
      await rulesBroken(`export const x = (): unknown => ${call};\n`, 'libs/case-engine/src/index.ts'),
    ).toContain('no-restricted-syntax');
  });

  it.each([
    'apps/api/src/cases/grants/exclusions.repository.ts',
    'apps/api/src/cases/grants/exclusions.query.ts',
    'apps/api/src/platform/spaces/spaces.ts',
    'libs/ui/src/amount/duration-field.ts',
    'apps/web/src/app/access/sessions/presence.ts',
  ])('refuse a clock that nobody named in %s', async (file) => {
    for (const clock of ['Date.now()', 'new Date()'])
      expect(await rulesBroken(`export const x = (): unknown => ${clock};\n`, file)).toContain(
        'no-restricted-syntax',
      );
  });

  it.each([
    'apps/api/src/platform/clocks.ts',
    'libs/ui/src/time/machine-clock.ts',
    'apps/api/src/platform/uuid.ts',
  ])('allow a clock where it is named, and a date that is handed in, in %s', async (file) => {
    const code = /clocks?.ts$/.test(file) ? 'Date.now()' : 'new Date(0)';
    expect(await rulesBroken(`export const x = (): unknown => ${code};\n`, file)).not.toContain(
      'no-restricted-syntax',
    );
  });

  it.each([
    'apps/api/src/cases/grants/exclusions.repository.ts',
    'apps/api/src/platform/spaces/spaces.ts',
    'apps/api/src/ledger/ledger.dto.ts',
    'apps/web/src/app/access/sessions/presence.ts',
    'libs/audit/src/access-log/name-access.ts',
    'libs/ui/src/answer/line-of-answers.ts',
  ])('refuse a table whose keys nobody names in %s', async (file) => {
    const rule = 'no-restricted-syntax';
    const table = "{ now: 'maintenant' }";
    for (const open of [
      'Record<string, string>',
      'Readonly<Record<string, string>>',
      'Partial<Record<string, string>>',
    ])
      for (const said of ['const', 'export const'])
        expect(
          await rulesBroken(`${said} WHY: ${open} = ${table};\nexport const x = WHY;\n`, file),
        ).toContain(rule);
    for (const closed of [
      `export const WHY: Readonly<Record<'now', string>> = ${table};\n`,
      `export const WHY = ${table} as const satisfies Record<string, string>;\n`,
      "export const WHY: ReadonlyMap<string, string> = new Map([['now', 'maintenant']]);\n",
    ])
      expect(await rulesBroken(closed, file)).not.toContain(rule);
  });

  it.each(['InjectDataSource', 'InjectEntityManager', 'TypeOrmModule'])(
    'refuse %s: only the unit of work hands out an entity manager',
    async (it) => {
      const code = `import { ${it} } from '@nestjs/typeorm';\n\nexport const x = ${it};\n`;
      const file = 'apps/api/src/cases/cases.module.ts';
      expect(await rulesBroken(code, file)).toContain('no-restricted-imports');
    },
  );

  it('allow a repository to be injected: it is that of the unit of work', async () => {
    const code =
      "import { InjectRepository } from '@nestjs/typeorm';\n\nexport const x = InjectRepository;\n";
    const file = 'apps/api/src/cases/cases.module.ts';
    expect(await rulesBroken(code, file)).not.toContain('no-restricted-imports');
  });

  it.each(['this.unit.manager', 'manager'])(
    'refuse SQL of %s in a repository, allow it in a query',
    async (it) => {
      const code = `export const rows = (): unknown => ${it}.query('SELECT 1');\n`;
      const folder = 'apps/api/src/privacy/holds';
      expect(await rulesBroken(code, `${folder}/holds.repository.ts`)).toContain('no-restricted-syntax');
      expect(await rulesBroken(code, `${folder}/held-cases.query.ts`)).not.toContain('no-restricted-syntax');
    },
  );

  it.each([
    "export const COUNT = 'SELECT count(*) FROM case_file';\n",
    'export const count = (where: string): string => `SELECT count(*) FROM case_file ${where}`;\n',
    'export const since = (at: string): string => `x.opened_at >= ${at}::timestamptz`;\n',
    'export const open = (x: string): string => `${x}.met_at IS NULL`;\n',
    "export const rows = (client: { query(sql: string): unknown }): unknown => client.query('…');\n",
  ])('refuse SQL, whoever runs it, and a part of it outside of a query: %s', async (code) => {
    const folder = 'apps/api/src/privacy/holds';
    for (const file of ['holds.repository.ts', 'holds.service.ts'])
      expect(await rulesBroken(code, `${folder}/${file}`)).toContain('no-restricted-syntax');
    expect(await rulesBroken(code, `${folder}/held-cases.query.ts`)).not.toContain('no-restricted-syntax');
  });

  it('refuse a statement in a repository, allow it in a query', async () => {
    const code =
      "import { command } from '../../platform/data/statement';\n\nexport const LOCK = command('SELECT 1');\n";
    const folder = 'apps/api/src/cases/grants';
    expect(await rulesBroken(code, `${folder}/exclusions.repository.ts`)).toContain('no-restricted-syntax');
    expect(await rulesBroken(code, `${folder}/exclusions.query.ts`)).not.toContain('no-restricted-syntax');
  });

  it.each([
    'export class Board {\n  WORD(): number {\n    return 1;\n  }\n}\n',
    'export interface Board {\n  WORD(): number;\n}\n',
    'export function WORD(): number {\n  return 1;\n}\n',
  ])('refuse a word that stands alone where a verb has its object: %s', async (code) => {
    const file = 'libs/cases/src/index.ts';
    const rule = '@typescript-eslint/naming-convention';
    expect(await rulesBroken(code.replace('WORD', 'show'), file)).toContain(rule);
    expect(await rulesBroken(code.replace('WORD', 'showBoard'), file)).toEqual([]);
  });

  it.each([
    ['a case that a switch forgets', "  switch (it) {\n    case 'a':\n      return 1;\n  }\n  return 0;\n"],
    [
      'a default that guesses',
      "  switch (it) {\n    case 'a':\n      return 1;\n    default:\n      return 0;\n  }\n",
    ],
    [
      'a default behind every case',
      "  switch (it) {\n    case 'a':\n    case 'b':\n      return 1;\n    default:\n      return 0;\n  }\n",
    ],
  ])('refuse %s', async (_what, body) => {
    const code = `export function countOf(it: 'a' | 'b'): number {\n${body}}\n`;
    expect(await rulesBroken(code, 'libs/cases/src/index.ts')).toContain(
      '@typescript-eslint/switch-exhaustiveness-check',
    );
  });

  it('want a default of what is no union, and every case of what is one', async () => {
    const ofText = (rest: string): string =>
      `export function countOf(it: string): number {\n  switch (it) {\n    case 'a':\n      return 1;\n${rest}  }\n${rest ? '' : '  return 0;\n'}}\n`;
    const rule = '@typescript-eslint/switch-exhaustiveness-check';
    expect(await rulesBroken(ofText(''), 'libs/cases/src/index.ts')).toContain(rule);
    expect(await rulesBroken(ofText('    default:\n      return 0;\n'), 'libs/cases/src/index.ts')).toEqual(
      [],
    );
    const code =
      "export function countOf(it: 'a' | 'b'): number {\n  switch (it) {\n    case 'a':\n      return 1;\n    case 'b':\n      return 0;\n  }\n}\n";
    expect(await rulesBroken(code, 'libs/cases/src/index.ts')).toEqual([]);
  });

  it.each([
    ['no-restricted-properties', "describe.only('x', () => undefined);\n"],
    ['no-restricted-properties', "it.skip('x', () => undefined);\n"],
    ['no-restricted-properties', "it.only.each([1])('%i', () => undefined);\n"],
    ['no-restricted-globals', "fit('x', () => undefined);\n"],
  ])('refuse a test that keeps others from running: %s', async (rule, code) => {
    const file = 'apps/api/src/platform/limits/rate-limits.spec.ts';
    expect(await rulesBroken(code, file)).toContain(rule);
    expect(await rulesBroken("it('x', () => undefined);\n", file)).toEqual([]);
  });

  const SAVING = 'const save = async (): Promise<void> => Promise.resolve();\n';
  const ANSWER = "type Answer = 'yes' | 'no' | 'unknown';\n";
  it.each([
    ['no-floating-promises', `${SAVING}export const act = (): void => {\n  save();\n};\n`],
    ['no-misused-promises', `${SAVING}export const acts = [1].forEach(async () => save());\n`],
    ['no-misused-promises', `${SAVING}export const act = (): string => (save() ? 'saved' : 'not saved');\n`],
    [
      'switch-exhaustiveness-check',
      `${ANSWER}export function isSafe(answer: Answer): boolean {
  let is = false;
  switch (answer) {
    case 'yes':
      is = true;
      break;
    case 'no':
      break;
  }
  return is;
}
`,
    ],
  ])('refuse what types tell: %s', async (rule, code) => {
    for (const file of ['apps/api/src/serve.ts', 'apps/web/src/main.ts', 'libs/cases/src/index.ts'])
      expect([file, await rulesBroken(code, file)]).toEqual([file, [`@typescript-eslint/${rule}`]]);
  });

  it('allow a promise that is waited for, and a switch that names every case', async () => {
    const code = `${SAVING}${ANSWER}export const act = async (answer: Answer): Promise<boolean> => {
  await save();
  switch (answer) {
    case 'yes':
      return true;
    case 'no':
    case 'unknown':
      return false;
  }
};
`;
    expect(await rulesBroken(code, 'libs/cases/src/index.ts')).toEqual([]);
  });

  it.each(['Column', 'Entity', 'ManyToOne'])(
    'refuse %s of TypeORM, which says no class of secrecy',
    async (it) => {
      const code = `import { ${it} } from 'typeorm';\n\nexport const x = ${it};\n`;
      expect(await rulesBroken(code, 'apps/api/src/cases/entities/case-entities.ts')).toContain(
        'no-restricted-imports',
      );
    },
  );

  it('allow the columns that do', async () => {
    const code = "import { Column } from '../../platform/data/columns';\n\nexport const x = Column;\n";
    const broken = await rulesBroken(code, 'apps/api/src/cases/entities/case-entities.ts');
    expect(broken).not.toContain('no-restricted-imports');
  });

  it.each([
    ['@nestjs/common', 'Get'],
    ['@nestjs/common', 'RequestMapping'],
    ['@nestjs/common', 'HttpCode'],
    ['@nestjs/swagger', 'ApiOperation'],
    ['@nestjs/swagger', 'ApiOkResponse'],
  ])('refuse a route that is described in pieces: %s, %s', async (from, name) => {
    const code = `import { ${name} } from '${from}';\n\nexport const x = ${name};\n`;
    expect(await rulesBroken(code, 'apps/api/src/cases/steps/steps.controller.ts')).toContain(
      'no-restricted-imports',
    );
  });

  it('allow its one description', async () => {
    const code = `import { Controller } from '@nestjs/common';
import { Route } from '../platform/routes/route';

@Controller('planted')
export class PlantedController {
  @Route('GET', {
    summary: 'A planted route',
    act: 'case-file.read',
    purpose: 'care',
    needs: { on: 'signed-in' },
    answers: null,
    refuses: [],
  })
  read(): void {
    return;
  }
}
`;
    const broken = await rulesBroken(code, 'apps/api/src/cases/steps/steps.controller.ts');
    expect(broken).not.toContain('no-restricted-imports');
  });
});
