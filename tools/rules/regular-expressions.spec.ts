import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Diagnostics, check } from 'recheck';
import ts from 'typescript';

const root = resolve(__dirname, '../..');
const SOURCES = ['apps/api/src', 'apps/cli/src', 'apps/web/src', 'libs'];
const OF_TESTS = /\.spec\.ts$|\.volume\.ts$|\/(testing|node_modules)\//;

interface Found {
  readonly pattern: string;
  readonly file: string;
}

/** Every regular expression that runs in the product, by what is written; those that are put together at run time. */
function findPatterns(): { readonly literal: readonly Found[]; readonly made: readonly Found[] } {
  const [literal, made]: [Found[], Found[]] = [[], []];
  for (const folder of SOURCES)
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const file = `${folder}/${name}`;
      if (!file.endsWith('.ts') || OF_TESTS.test(file)) continue;
      const source = ts.createSourceFile(
        file,
        readFileSync(join(root, file), 'utf8'),
        ts.ScriptTarget.Latest,
        true,
      );
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) literal.push({ pattern: node.text, file });
        if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp')
          made.push({ pattern: node.getText(), file });
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
  return { literal, made };
}

/** Takes longer than its text is long, where the text is short or nobody's but ours. */
const BOUNDED: Readonly<Record<string, string>> = {
  'apps/api/src/protocols/exports/print-paper.ts': 'what the compiler says of signs that no font has',
  'apps/api/src/platform/settings/print-settings.ts': 'our own README',
  'apps/api/src/web/serve-pages.ts': 'index.html and the names of built files',
  'apps/web/src/app/administration/accounts/account-rules.ts':
    'an address that its writer types, in their own browser',
  'apps/web/src/app/administration/mails/mails-page.ts': 'a mail that we wrote',
  'apps/web/src/app/protocols/editing/text/propose.ts': 'a line that its writer types, in their own browser',
  'apps/web/src/app/protocols/editing/text/yaml-cursor.ts':
    'a line that its writer types, in their own browser',
  'libs/cases/src/identity/french-sound.ts': 'a name, 200 characters at most',
  'libs/protocol-verifier/src/solver/count-classes.ts': 'a script that we write for the solver',
  'libs/protocol-verifier/src/z3/read-answer.ts': 'what the solver answers',
  'libs/feel/src/syntax/parse-expression.ts': 'an expression of 4,000 characters at most',
  'libs/protocol/src/load/load-protocol.ts': 'the name of a file, 100 characters at most',
  'libs/protocol-verifier/src/z3/start-solver.ts': 'what the solver answers',
};

/** Put together from lists and words of ours alone; what comes from a protocol is a name, or escaped. */
const MADE_OF_OURS = [
  'apps/api/src/web/preloads.ts',
  'libs/cases/src/redaction/mask-people.ts',
  'libs/ledger/src/canonical-entry.ts',
  'libs/ledger/src/entry.ts',
  'libs/protocol-verifier/src/children/find-monotonicity-breaches.ts',
  'libs/protocol/src/check/words/check-basis.ts',
  'libs/protocol/src/schema/find-violations.ts',
  'libs/protocol/src/wording/find-blaming-words.ts',
  'libs/ui/src/amount/typed-amount.ts',
];

async function judge(written: string): Promise<Diagnostics> {
  const end = written.lastIndexOf('/');
  return check(written.slice(1, end), written.slice(end + 1), { timeout: 20_000, randomSeed: 1 });
}

describe('regular expressions', () => {
  const { literal, made } = findPatterns();
  const files = (pattern: string): readonly string[] =>
    literal.filter((it) => it.pattern === pattern).map(({ file }) => file);

  it('take a time that grows with their text alone, or read what is short', async () => {
    const patterns = [...new Set(literal.map(({ pattern }) => pattern))];
    expect(patterns.length).toBeGreaterThan(200);
    const slow: string[] = [];
    const bounded = new Set<string>();
    for (const pattern of patterns) {
      const first = await judge(pattern);
      // Found by chance under a clock: on a busy machine it is asked again.
      const verdict = first.checker === 'fuzz' && first.status !== 'safe' ? await judge(pattern) : first;
      if (verdict.status === 'safe') continue;
      const summary = verdict.status === 'vulnerable' ? verdict.complexity.summary : verdict.status;
      const unbounded = files(pattern).filter((file) => !(file in BOUNDED));
      for (const file of files(pattern)) bounded.add(file);
      // Nothing excuses one that doubles with each letter.
      if (unbounded.length > 0 || summary.startsWith('exponential'))
        slow.push(`${files(pattern).join(', ')}: ${pattern} (${summary})`);
    }
    expect(slow).toEqual([]);
    expect(Object.keys(BOUNDED).filter((file) => !bounded.has(file))).toEqual([]);
  }, 240_000);

  it('are not put together from what somebody sends', () => {
    const unknown = made.filter(({ file }) => !MADE_OF_OURS.includes(file));
    expect(unknown).toEqual([]);
  });

  it.each(['/^(a+)+$/', '/^(\\w|\\d)*!$/', '/(x+x+)+y/'])('%s would be found', async (pattern) => {
    expect((await judge(pattern)).status).toBe('vulnerable');
  });
});
