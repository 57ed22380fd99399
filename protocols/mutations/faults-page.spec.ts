import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { readFiles } from '../read-files';
import { readFaults } from './faults';
import { faultsTable } from './faults-table';

const FILES = readFiles();
const PAGE = join(__dirname, '../../docs/mutations.md');

it('planted faults stand in docs/mutations.md as they are', async () => {
  const table = await format(faultsTable(readFaults(FILES), FILES), { parser: 'markdown', printWidth: 120 });
  if (process.env['WRITE_DOCS']) writeFileSync(PAGE, table);
  expect(readFileSync(PAGE, 'utf8')).toBe(table);
});
