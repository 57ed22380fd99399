import { Component, computed, inject } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { VersionDiff } from '@repere/protocol';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { notesLengths } from '@repere/contract/lengths';
import { limitLength } from '../../../platform/form/mistake';
import { writeThrough } from '../../../platform/form/write-through';
import { DraftChecker } from '../checking/draft-checker';
import { DraftHead } from '../draft-head';
import { DraftSession } from '../draft-session';
import { ChangeList } from './change-list';
import { setVersion } from './set-version';

/** What this would change: against the version it came from, which number that asks for, and what practitioners are told. */
@Component({
  selector: 'app-changes-page',
  imports: [ChangeList, DraftHead, FormField, MatButton, TextField],
  templateUrl: './changes-page.html',
  styleUrl: './changes-page.scss',
})
export class ChangesPage {
  private readonly checker = inject(DraftChecker);
  protected readonly t = inject(Language).t;
  protected readonly session = inject(DraftSession);
  protected readonly draft = this.session.current;
  protected readonly text = this.session.text;

  protected readonly diff = computed<VersionDiff | null>(() => this.draft().diff);
  protected readonly advice = computed(() => {
    const diff = this.diff();
    const version = this.checker.document()?.version ?? this.draft().version;
    return diff && version ? numberAdvice(diff, version) : null;
  });
  /** Saved with the draft, which is kept on this device meanwhile. */
  protected readonly form = form(
    writeThrough(
      () => {
        const { notesFr, notesEn, inForceFrom } = this.text();
        return { notesFr, notesEn, inForceFrom };
      },
      (typed) => this.session.writeChange(typed),
    ),
    ({ notesFr, notesEn }) => {
      limitLength(notesFr, notesLengths.fr);
      limitLength(notesEn, notesLengths.en);
    },
  );
  protected readonly hasHalfNotes = computed(() => {
    const { notesFr, notesEn } = this.text();
    return (notesFr.trim() === '') !== (notesEn.trim() === '');
  });

  protected async takeNumber(number: string): Promise<void> {
    const { files } = this.text();
    this.session.writeChange({ files: setVersion(files, number) });
    await this.session.saveDraft();
  }
}

interface NumberAdvice {
  readonly kind: VersionDiff['kind'];
  readonly version: string;
  readonly least: string;
  readonly isRight: boolean;
}

/** The number that what changed asks for; the engine's `nextVersion`, without its weight on this page. */
function numberAdvice({ from, kind }: VersionDiff, version: string): NumberAdvice {
  const [major = 0, minor = 0, patch = 0] = from.split('.').map(Number);
  const least =
    kind === 'major'
      ? [major + 1, 0, 0]
      : kind === 'minor'
        ? [major, minor + 1, 0]
        : [major, minor, patch + 1];
  const own = version.split('.').map(Number);
  const place = least.findIndex((part, at) => part !== own[at]);
  const isRight = place < 0 || (own[place] ?? 0) > (least[place] ?? 0);
  return { kind, version, least: least.join('.'), isRight };
}
