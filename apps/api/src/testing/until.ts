const PATIENCE = 1_000;
const PAUSE_MS = 50;

/** Waits for what another process brings about; throws when it does not come. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < PATIENCE; attempt++) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
  throw new Error('it never came');
}
