const TITLES = { 'apps/web/src/app': 'Pages', 'apps/api/src': 'API' };

/** `docs/borders.md`, with the domains of each app from the ground up. */
export function printBorders(borders) {
  const apps = Object.entries(borders).map(([folder, domains]) => {
    const lines = Object.entries(domains).map(([domain, { is, mayImport, putsTogether }]) =>
      row(`\`${domain}\``, is, putsTogether ? 'all' : mayImport.join(', ') || '–'),
    );
    return [
      `## ${TITLES[folder] ?? folder}: \`${folder}\``,
      '',
      row('domain', 'what it is', 'may import'),
      row('---', '---', '---'),
      ...lines,
      '',
    ].join('\n');
  });
  return `${HEAD}\n${apps.join('\n')}`;
}

const row = (...cells) => `| ${cells.join(' | ')} |`;

const HEAD = `# Borders inside an app

<!-- Printed from tools/rules/borders/borders.mjs by \`npm run print-docs\`. Don't edit: change the list. -->

Who may import whom. A line knows only lines above it, so no two domains know each other. Files that stand in no folder put the app
together: they may import every domain, and no domain imports them; so does a folder that may import *all*. Specs, and what stands in
\`testing/\`, may import all. Lint refuses the rest (\`repere/borders\`).
`;
