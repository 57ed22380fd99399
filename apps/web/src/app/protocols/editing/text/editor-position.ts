import { Injectable, signal } from '@angular/core';

/** A place that somebody asked to see. Asked for twice, it is two requests. */
export interface RequestedPosition {
  readonly file: string;
  /** From 1; `null`: where one was last. */
  readonly line: number | null;
  /** Only the cursor goes there: the focus stays where somebody types. */
  readonly isBeside?: boolean;
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

  /** Shows what changes there while somebody types elsewhere. */
  showBeside(file: string, line: number): void {
    this.open.set(file);
    this.wanted.set({ file, line, isBeside: true });
  }

  /** It was gone to. */
  arrive(): void {
    this.wanted.set(null);
  }
}
