import { settingTexts } from './setting';
import './settings';
import './migration-settings';

/** The table of variables in `apps/api/README.md`, between its two marks. */
export function printSettings(readme: string): string {
  const rows = [...settingTexts()].map(([name, text]) => `| \`${name}\` | ${text} |`);
  const table = ['| variable | |', '| --- | --- |', ...rows].join('\n');
  return readme.replace(BETWEEN, `$1\n\n${table}\n\n$2`);
}

const BETWEEN = /(<!-- settings -->)[^]*(<!-- \/settings -->)/;
