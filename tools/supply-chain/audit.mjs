// Asks the registry what is known of the installed packages (npm audit). Exit 0: nothing, or nothing but what is explained;
// 1: something else; 2: the registry gives no advisories, so that nobody knows.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unexplainedAdvisories } from './unexplained-advisories.mjs';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

const { stdout } = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
  shell: process.platform === 'win32',
});
const report = readJson(stdout);
if (report?.vulnerabilities === undefined) {
  process.stdout.write(
    `Not audited: the registry gives no advisories. ${report?.error?.summary ?? report?.message ?? ''}\n`,
  );
  process.exit(2);
}
const findings = unexplainedAdvisories(report.vulnerabilities);
for (const { name, severity, title, url } of findings)
  process.stdout.write(`${severity}  ${name}: ${title}  ${url}\n`);
process.stdout.write(`${findings.length} findings that docs/security.md does not explain\n`);
process.exit(findings.length === 0 ? 0 : 1);

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
