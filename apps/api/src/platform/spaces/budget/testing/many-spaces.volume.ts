import { askManySpaces } from './many-spaces';

const SPACES = Number(process.env['REPERE_SPACES'] ?? 100);
/** PostgreSQL takes a hundred connections unless told otherwise, three of them from its superuser alone. */
const POSTGRESQL_TAKES = 97;

/** `REPERE_SPACES` live spaces (100) beside the default one answer within what PostgreSQL takes by default: node bench/volume.mjs many-spaces. */
describe('many live spaces', () => {
  it('answer, each, within what PostgreSQL takes by default, with their record kept', async () => {
    const began = performance.now();
    const { statuses, most, sealed } = await askManySpaces(SPACES);
    console.log(
      `${String(SPACES + 1)} live spaces: at most ${String(most)} connections, ${String(Math.round((performance.now() - began) / 1_000))} s`,
    );
    expect(statuses).toEqual({ 401: 2 * (SPACES + 1) });
    expect(sealed).toBe(SPACES + 1);
    expect(most).toBeLessThan(POSTGRESQL_TAKES);
  }, 600_000);
});
