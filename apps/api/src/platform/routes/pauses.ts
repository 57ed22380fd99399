import { Injectable } from '@nestjs/common';
import type { Request } from 'express';

/** Whether what this request asks for has to wait. Implemented by training; the platform only needs the question. */
export interface AskPause {
  /** In the unit of work of the request. */
  demandGoingInUnit(request: Request): Promise<void>;
  /** In none. */
  demandGoing(request: Request): Promise<void>;
}

/** What waits as long as somebody has everybody wait: asked at the one door that all routes come through, before they begin. */
@Injectable()
export class Pauses implements AskPause {
  private asked: AskPause | null = null;

  register(asked: AskPause): void {
    this.asked = asked;
  }

  /** Throws `not-allowed` while this request has to wait. */
  async demandGoingInUnit(request: Request): Promise<void> {
    await this.asked?.demandGoingInUnit(request);
  }

  /** The same of a route that opens its own units of work. */
  async demandGoing(request: Request): Promise<void> {
    await this.asked?.demandGoing(request);
  }
}
