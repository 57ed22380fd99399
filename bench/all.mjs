// One table of everything that is compared with somebody else: ours, theirs, what we reach of it, CPU, with the machine and what ran on
// it. node bench/all.mjs [--quick] [engine | record | rivals …]: what a bench prints by itself goes to stderr.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const BENCHES = {
  engine: 'bench/engine.mjs',
  record: 'bench/record/throughput.mjs',
  rivals: 'bench/rivals/rivals.mjs',
};

const asked = process.argv.slice(2).filter((it) => it !== '--quick');
const quick = process.argv.includes('--quick') ? ['--quick'] : [];
const names = asked.length > 0 ? asked : Object.keys(BENCHES);
const unknown = names.filter((it) => !(it in BENCHES));
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')}: there are ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}

const dir = mkdtempSync(join(tmpdir(), 'repere-bench-rows-'));
const file = join(dir, 'rows');
writeFileSync(file, '');
try {
  const before = loadavg()[0];
  const failed = names.filter((name) => {
    const { status } = spawnSync(process.execPath, [BENCHES[name], ...quick], {
      cwd: root,
      stdio: ['ignore', 2, 'inherit'],
      env: { ...process.env, BENCH_ROWS: file },
    });
    return status !== 0;
  });
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  printTable(rows);
  const versions = [...new Set(rows.flatMap((row) => row.versions ?? []))];
  console.log(
    [
      `Node ${process.version}`,
      ...versions,
      `${cpus().length} cores ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB`,
      `load ${before.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after`,
    ].join(' · '),
  );
  if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`);
  if (failed.length > 0 || rows.length === 0) process.exitCode = 1;
} finally {
  rmSync(dir, { recursive: true, force: true });
}

/** CPU is that of one work; what we reach of it is theirs by ours. */
function printTable(rows) {
  const table = rows.map(({ work, rival, unit, ours, theirs, cpu }) => [
    ...[work, rival, unit, figure(ours), figure(theirs), figure(ours / theirs)],
    ...(cpu ? [figure(cpu.ours), figure(cpu.theirs), figure(cpu.theirs / cpu.ours)] : ['', '', '']),
  ]);
  const head = ['work', 'beside', 'unit', 'ours', 'theirs', 'ratio', 'CPU ms: ours', 'theirs', 'ratio'];
  for (const cells of [head, head.map(() => '---'), ...table]) console.log(`| ${cells.join(' | ')} |`);
}

/** Three digits that count. */
function figure(n) {
  return n >= 100 ? String(Math.round(n)) : String(Number(n.toPrecision(3)));
}
