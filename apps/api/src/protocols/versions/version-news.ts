import { Injectable } from '@nestjs/common';

/** A version that was published, in the transaction that adds it. */
export interface VersionAdded {
  readonly protocol: string;
  readonly version: string;
  readonly inForceFrom: Date;
}

/** Tells who asked for it that a version was published: protocols know nothing of who follows them. */
@Injectable()
export class VersionNews {
  private readonly told: ((added: VersionAdded) => Promise<void>)[] = [];

  register(tell: (added: VersionAdded) => Promise<void>): void {
    this.told.push(tell);
  }

  async tellAll(added: VersionAdded): Promise<void> {
    for (const tell of this.told) await tell(added);
  }
}
