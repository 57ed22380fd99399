import { Injectable, computed, signal } from '@angular/core';
import type { ChangeChild, Child } from '@repere/contract';
import { SendingKey } from '../../platform/sending-key';
import {
  NO_CHILD,
  TypedChild,
  differences,
  typeChild,
  type ChildAsTyped,
  type ChildKey,
} from '../opening/typed-child';

/** What is typed of a correction. */
export interface IdentityAsTyped extends ChildAsTyped {
  readonly why: string;
}

/** What was on record when the fields were filled. */
interface Recorded {
  readonly caseFileId: string;
  readonly seq: number;
  readonly child: Child;
}

/** A field that somebody else changed meanwhile. `isKept`: one typed there as well, and what one typed still stands. */
export interface ChangedField {
  readonly key: ChildKey;
  readonly isKept: boolean;
}

/** A correction of who the child is, while it is typed. It stays while one looks elsewhere in this tab. */
@Injectable({ providedIn: 'root' })
export class IdentityDraft extends TypedChild<IdentityAsTyped> {
  private readonly from = signal<Recorded | null>(null);
  private readonly keys = new SendingKey();

  override readonly typed = signal<IdentityAsTyped>({ ...NO_CHILD, why: '' });
  readonly recorded = this.from.asReadonly();
  readonly isChanged = computed(() => {
    const from = this.from();
    return from !== null && (this.typed().why.trim() !== '' || this.differing(from.child).length > 0);
  });

  /** Fills the fields with what is on record, unless something is typed already for this case. */
  beginDraft(recorded: Recorded): void {
    if (this.from()?.caseFileId === recorded.caseFileId && this.isChanged()) return;
    this.from.set(recorded);
    this.typed.set({ ...typeChild(recorded.child), why: '' });
  }

  /** Goes on from what is on record now: fields that one left alone follow it. Gives what others changed. */
  goOnFrom(recorded: Recorded): readonly ChangedField[] {
    const before = this.from();
    if (!before) return [];
    const mine = this.differing(before.child);
    const theirs = differences(typeChild(before.child), typeChild(recorded.child));
    this.fillChild(
      recorded.child,
      theirs.filter((key) => !mine.includes(key)),
    );
    this.from.set(recorded);
    const still = this.differing(recorded.child);
    return theirs.map((key) => ({ key, isKept: mine.includes(key) && still.includes(key) }));
  }

  /** What is sent: what no field here shows stays as it was. How to reach the child safely is a step's to say. */
  toSend(): ChangeChild {
    const { nationality, languages } = this.from()?.child ?? {};
    return {
      child: { ...this.child(), ...(nationality && { nationality }), ...(languages && { languages }) },
      why: this.typed().why.trim(),
    };
  }

  /** The id under which it is sent: the same as long as the same is sent. */
  key(content: unknown): string {
    return this.keys.keyOf(content);
  }

  clear(): void {
    this.from.set(null);
    this.typed.set({ ...NO_CHILD, why: '' });
    this.keys.renew();
  }
}
