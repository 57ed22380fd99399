import { ESLint } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BORDERS } from './borders.mjs';
import { printBorders } from './print-borders.mjs';

const root = resolve(__dirname, '../../..');
const eslint = new ESLint({ cwd: root, ignore: false });

/** Whether an import of `source` in `file`, which there is, breaks a border. */
async function breaksBorder(file: string, source: string): Promise<boolean> {
  const [result] = await eslint.lintText(source, { filePath: join(root, file) });
  return (result?.messages ?? []).some(({ ruleId }) => ruleId === 'repere/borders');
}

describe('borders inside an app', () => {
  it.each(Object.entries(BORDERS))(
    'of %s name every folder, and each knows only lines above its own',
    (folder, borders) => {
      const folders = readdirSync(join(root, folder), { withFileTypes: true })
        .filter((it) => it.isDirectory() && it.name !== 'testing')
        .map(({ name }) => name);
      const domains = Object.keys(borders);
      expect(domains.toSorted()).toEqual(folders.toSorted());
      for (const [place, domain] of domains.entries()) {
        const above = domains.slice(0, place);
        expect([domain, borders[domain]?.mayImport.filter((it) => !above.includes(it))]).toEqual([
          domain,
          [],
        ]);
      }
    },
  );

  it('are what docs/borders.md says', () => {
    // Written anew by `npm run print-docs`.
    expect(readFileSync(join(root, 'docs/borders.md'), 'utf8')).toBe(printBorders(BORDERS));
  });

  const SHELL = 'apps/web/src/app/shell/shell.ts';
  const TITLE = 'apps/web/src/app/platform/pages/page-title.ts';
  it.each([
    ['up', TITLE, "import { Session } from '../../access/session';\nexport const it = Session;\n"],
    [
      'up, a type only',
      TITLE,
      "import type { Session } from '../../access/session';\nexport type It = Session;\n",
    ],
    ['up, when it is first needed', TITLE, "export const it = () => import('../../access/session');\n"],
    ['up, to hand it on', TITLE, "export { Session } from '../../access/session';\n"],
    ['up, to hand all of it on', TITLE, "export * from '../../access/session';\n"],
    ['up, inside a type', TITLE, "export type It = import('../../access/session').Session;\n"],
    ['to the side', SHELL, "import { casePath } from '../cases/case-paths';\nexport const it = casePath;\n"],
    ['what puts the app together', SHELL, "import { routes } from '../routes';\nexport const it = routes;\n"],
    [
      'up in the API',
      'apps/api/src/platform/unit/unit.ts',
      "import { LedgerModule } from '../../ledger/ledger.module';\nexport const it = LedgerModule;\n",
    ],
    [
      'of a folder that puts the app together',
      'apps/api/src/ledger/ledger.module.ts',
      "import { maintain } from '../commands/maintain';\nexport const it = maintain;\n",
    ],
    ['a folder that has no line', SHELL, "import { it } from '../planted/it';\nexport const its = it;\n"],
  ])('refuse an import %s', async (_what, file, source) => {
    expect(await breaksBorder(file, source)).toBe(true);
  });

  it.each([
    ['down', SHELL, "import { Session } from '../access/session';\nexport const it = Session;\n"],
    [
      'of the same domain',
      SHELL,
      "import { Appearance } from './appearance';\nexport const it = Appearance;\n",
    ],
    ['of a library', TITLE, "import { Language } from '@repere/ui';\nexport const it = Language;\n"],
    [
      'of any domain where the app is put together',
      'apps/web/src/app/routes.ts',
      "import { Session } from './access/session';\nexport const it = Session;\n",
    ],
    [
      'down in the API',
      'apps/api/src/ledger/ledger.module.ts',
      "import { UUID } from '../platform/uuid';\nexport const it = UUID;\n",
    ],
    [
      'of any domain in a folder that puts the app together',
      'apps/api/src/commands/maintain.ts',
      "import { LedgerModule } from '../ledger/ledger.module';\nexport const it = LedgerModule;\n",
    ],
    [
      'up in a test',
      'apps/web/src/app/platform/pages/page-title.spec.ts',
      "import { Session } from '../../access/session';\nexport const it = Session;\n",
    ],
  ])('allow an import %s', async (_what, file, source) => {
    expect(await breaksBorder(file, source)).toBe(false);
  });
});
