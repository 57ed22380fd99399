/** One number per step, -1 where none was set, as for most steps of most runs. */
export class StepMarks {
  private marks: number[] | null = null;

  marksOf(step: number): number {
    return this.marks === null ? -1 : (this.marks[step] ?? -1);
  }

  setMark(step: number, mark: number): void {
    if (this.marks === null) {
      if (mark < 0) return;
      this.marks = [];
    }
    while (this.marks.length <= step) this.marks.push(-1);
    this.marks[step] = mark;
  }
}

/** What few steps of few runs have: nothing is kept until one has it. */
export class StepNotes<Note> {
  private notes: Map<number, Note> | null = null;

  getNote(step: number): Note | undefined {
    return this.notes === null ? undefined : this.notes.get(step);
  }

  setNote(step: number, note: Note): void {
    this.notes ??= new Map();
    this.notes.set(step, note);
  }

  delete(step: number): void {
    this.notes?.delete(step);
  }
}
