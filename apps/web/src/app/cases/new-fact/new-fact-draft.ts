import { Injectable, computed, signal } from '@angular/core';
import { SendingKey } from '../../platform/sending-key';
import { NOTHING_TYPED, type TypedField } from '../step/fields/typed-field';
import { JUST_NOW, type TypedWhen } from '../step/typed-step';

/** What is being told of a case. It stays while one looks elsewhere in this tab, and nowhere else. */
@Injectable({ providedIn: 'root' })
export class NewFactDraft {
  private readonly of = signal<string | null>(null);
  private readonly keys = new SendingKey();
  private readonly engageKeys = new SendingKey();

  /** The event, or `null`: another fact, if one is chosen. */
  readonly eventId = signal<string | null>(null);
  readonly factId = signal<string | null>(null);
  readonly answers = signal<Readonly<Record<string, TypedField>>>({});
  readonly when = signal<TypedWhen>(JUST_NOW);
  readonly note = signal('');
  readonly isChanged = computed(
    () =>
      this.note().trim() !== '' ||
      this.when().happened !== 'now' ||
      Object.values(this.answers()).some((typed) => typed !== NOTHING_TYPED),
  );

  /** Goes on with what was typed for this case; another case begins anew. */
  beginDraft(caseFileId: string): void {
    if (this.of() === caseFileId) return;
    this.clear();
    this.of.set(caseFileId);
  }

  /** Another thing to tell: when and the note stay, since they were typed. */
  chooseFact(what: { readonly eventId?: string; readonly factId?: string }): void {
    this.eventId.set(what.eventId ?? null);
    this.factId.set(what.factId ?? null);
    this.answers.set({});
  }

  answerField(id: string, typed: TypedField): void {
    this.answers.update((before) => ({ ...before, [id]: typed }));
  }

  /** The ids under which the fact and the protocol engaged with it are sent: the same as long as the same is sent. */
  key(content: unknown): string {
    return this.keys.keyOf(content);
  }

  engageKey(content: unknown): string {
    return this.engageKeys.keyOf(content);
  }

  clear(): void {
    this.of.set(null);
    this.chooseFact({});
    this.when.set(JUST_NOW);
    this.note.set('');
    this.keys.renew();
    this.engageKeys.renew();
  }
}
