// Stands in for the explorer's process where a test is about what is done with its findings: it finds what the protocol's
// text says in a comment, `# broken: <safeguard>`, `# bounded: <safeguard>`; `# crash` ends it; `# slow` makes it wait to be stopped.
let text = '';
process.stdin.on('data', (chunk) => (text += chunk));
process.stdin.on('end', () => {
  const { files, subjects } = JSON.parse(text);
  const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
  const all = Object.values(files).join('\n');
  if (/# crash/.test(all)) process.exit(3);
  say({ progress: 0.5 });
  if (/# slow/.test(all)) return void setInterval(() => undefined, 1_000);
  const covered = { facts: 1, classes: 2, states: 3, paths: 4, queries: 5 };
  const words = (word) => ({ fr: word, en: word });
  const findings = [...all.matchAll(/# (broken|bounded|proven): ([\w-]+)/g)].map(([, verdict, id]) => ({
    kind: 'safeguard',
    protocol: subjects.at(-1).protocol,
    version: subjects.at(-1).version,
    id,
    title: words(`Garde-fou ${id}`),
    basis: ['G02'],
    verdict,
    method: 'search',
    covered,
    ...(verdict === 'bounded' && { bound: words('8 acts') }),
    ...(verdict === 'broken' && {
      counterExample: {
        story: words('Une enfant reste sans abri.'),
        lines: [words('Un acte.')],
        example: 'story: {fr: x, en: x}\n',
        acts: 1,
        isShortest: true,
      },
    }),
  }));
  say({ report: { subjects, findings, covered } });
});
