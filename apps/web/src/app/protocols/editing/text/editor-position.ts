import { Injectable, signal } from '@angular/core';

/** A place that somebody asked to see. Asked for twice, it is two requests. */
export interface RequestedPosition {
  readonly file: string;
  /** From 1; `null`: where one was last. */
  readonly line: number | null;
}

/** Which file of the draft is open, and where one wants to be in it; the same across the pages of the draft. */
@Injectable()
export class EditorPosition {
  private readonly open = signal('protocol.yaml');
  private readonly wanted = signal<RequestedPosition | null>(null);

  readonly file = this.open.asReadonly();
  readonly asked = this.wanted.asReadonly();
  /** Where the cursor is: what a comment is about. */
  readonly line = signal(1);

  showLine(file: string, line: number | null = null): void {
    this.open.set(file);
    this.wanted.set({ file, line });
  }

  /** It was gone to. */
  arrive(): void {
    this.wanted.set(null);
  }
}
