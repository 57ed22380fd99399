import { Injectable } from '@angular/core';

/** The way out to another site; a test stands in its place. */
@Injectable({ providedIn: 'root' })
export class Elsewhere {
  leaveFor(address: string): void {
    location.assign(address);
  }
}
