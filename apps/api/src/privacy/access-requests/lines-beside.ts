import { Injectable } from '@nestjs/common';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import type { GatheredLine } from './gathered-line';

/** What is kept of a case beside its journal, in the order in which it is handed over. Each has its own folder, which registers. */
const KEPT_BESIDE = ['letters', 'documents', 'appointments', 'conferences', 'referrals'] as const;
type KeptBeside = (typeof KEPT_BESIDE)[number];

type Gathers = (file: LoadedCase) => Promise<readonly GatheredLine[]>;

/** Lines of what other folders keep of a case: they know of requests for access, which know nothing of them. */
@Injectable()
export class LinesBeside {
  private readonly gathering = new Map<KeptBeside, Gathers>();

  /** As the account that asks: what it doesn't see is counted, and not told. */
  register(what: KeptBeside, gathers: Gathers): void {
    this.gathering.set(what, gathers);
  }

  /** Throws where a folder has not registered: whoever asks what is known of them is not told less in silence. */
  async ofCase(file: LoadedCase): Promise<readonly GatheredLine[]> {
    const lines: GatheredLine[] = [];
    for (const what of KEPT_BESIDE) {
      const gathers = this.gathering.get(what);
      if (!gathers) throw new Error(`nobody gathers the ${what} of a case`);
      lines.push(...(await gathers(file)));
    }
    return lines;
  }
}
