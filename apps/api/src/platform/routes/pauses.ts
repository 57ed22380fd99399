import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { DeclaredAct } from '../unit/act';

/** Whether an act has to wait. Implemented by training; the platform only needs the question. */
export type AskPause = (request: Request, act: DeclaredAct) => Promise<void>;

/** Acts that wait as long as somebody has everybody wait: asked at the one door that they all come through, before they begin. */
@Injectable()
export class Pauses {
  private ask: AskPause | null = null;

  /** Who is asked, in the unit of work of the request. */
  register(ask: AskPause): void {
    this.ask = ask;
  }

  /** Throws `not-allowed` while this act has to wait. */
  async demandGoing(request: Request, act: DeclaredAct): Promise<void> {
    await this.ask?.(request, act);
  }
}
