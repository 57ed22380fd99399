import { Injectable, computed, inject } from '@angular/core';
import { Session } from '../../access/session';

/** What this reader may do with protocols, so that pages offer nothing else; the API decides. */
@Injectable({ providedIn: 'root' })
export class EditingRights {
  private readonly session = inject(Session);

  /** Writes and publishes versions. */
  readonly mayEdit = computed(() => this.holds('protocol-editor'));
  /** Reads drafts, writes beside them, agrees to them; tries versions on open cases. */
  readonly mayReview = computed(() => this.mayEdit() || this.holds('supervisor'));
  /** Makes a case go on under another version. */
  readonly mayMove = computed(() => this.holds('supervisor'));

  private holds(role: 'protocol-editor' | 'supervisor'): boolean {
    return this.session.account()?.roles.includes(role) ?? false;
  }
}
