import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { FIELD_CLASS_CONTENTS, FIELD_CLASSES } from '@repere/access';
import type { AddDocument, DocumentVersion } from '@repere/contract';
import { addDocumentLengths, originalPlaceLengths } from '@repere/contract/lengths';
import { Language } from '@repere/ui';
import { ChoiceField, CodesField, SelectField } from '@repere/ui/choice';
import { DateField, NO_DATE, readTypedDate } from '@repere/ui/date';
import { ErrorSummary } from '@repere/ui/feedback';
import { FileField, TextField } from '@repere/ui/field';
import { ActProblem } from '../platform/act-problem';
import { everyOf } from '../platform/every-of';
import { checkField, limitLength, requireValue } from '../platform/form/mistake';
import { SendingForm } from '../platform/form/sending-form';
import { wholeDay } from '../platform/form/whole-day';
import { DocumentsClient } from './documents-client';
import { readFile } from './read-file';

const MOST_BYTES = 10_000_000;
const KINDS = everyOf<AddDocument['kind']>()([
  'certificate',
  'order',
  'report',
  'identity-paper',
  'letter-received',
  'other',
]);
/** A paper about a child most often says how to reach the child, where the child is, who is around and how they are: taken out by who read it. */
const AT_FIRST: readonly AddDocument['classes'][number][] = ['people', 'contact', 'places', 'health'];

/** As a telephone names it; the server goes by its bytes. */
const isHeic = ({ type, name }: File): boolean => /^image\/hei[cf]$/.test(type) || /\.hei[cf]$/i.test(name);

/** Adds a document, or a newer version of one. */
@Component({
  selector: 'app-add-document-form',
  imports: [
    ActProblem,
    ChoiceField,
    CodesField,
    DateField,
    ErrorSummary,
    FileField,
    FormField,
    MatButton,
    SelectField,
    TextField,
  ],
  templateUrl: './add-document-form.html',
  styles: `
    form {
      display: grid;
      gap: 1rem;
      max-inline-size: 34rem;
    }
    p {
      margin: 0;
    }
  `,
})
export class AddDocumentForm {
  private readonly client = inject(DocumentsClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  /** The version that the new one follows; left out: a new document. */
  readonly follows = input<DocumentVersion | null>(null);
  readonly added = output();

  protected readonly isSending = signal(false);
  protected readonly kinds = computed(() =>
    KINDS.map((code) => ({ code, label: this.t(`documents.kind.${code}`) })),
  );
  protected readonly classes = computed(() =>
    FIELD_CLASSES.filter((it) => it !== 'identity').map((code) => ({
      code,
      label: this.language.localize(FIELD_CLASS_CONTENTS[code]),
    })),
  );
  protected readonly statement = computed(() => [{ code: 'stated', label: this.t('documents.add.stated') }]);
  protected readonly yesNo = computed(() =>
    (['no', 'yes'] as const).map((code) => ({ code, label: this.t(`documents.add.sealed-${code}`) })),
  );

  protected readonly form = new SendingForm(
    {
      files: [] as readonly File[],
      kind: null as AddDocument['kind'] | null,
      ...{ title: '', datedOn: NO_DATE, author: '' },
      classes: AT_FIRST as readonly string[],
      isSealed: 'no' as 'no' | 'yes' | null,
      ...{ place: '', seal: '' },
      stated: [] as readonly string[],
    },
    (it) => {
      requireValue(it.files, 'documents.add.file-missing');
      checkField(it.files, 'documents.add.file-heic', ([file]) => file !== undefined && isHeic(file));
      checkField(it.files, 'documents.add.file-large', ([file]) => (file?.size ?? 0) > MOST_BYTES);
      requireValue(it.kind, 'documents.add.kind-missing');
      requireValue(it.title, 'documents.add.title-missing');
      limitLength(it.title, addDocumentLengths.title);
      checkField(it.datedOn, 'documents.add.day-wrong', (typed) => {
        const read = readTypedDate(typed);
        return !read.ok || (read.edtf !== '' && wholeDay(typed) === null);
      });
      limitLength(it.author, addDocumentLengths.author);
      requireValue(it.classes, 'documents.add.classes-missing');
      checkField(
        it.place,
        'documents.add.place-missing',
        (place, valueOf) => valueOf(it.isSealed) === 'yes' && !place.trim(),
      );
      limitLength(it.place, originalPlaceLengths.place);
      checkField(
        it.seal,
        'documents.add.seal-missing',
        (seal, valueOf) => valueOf(it.isSealed) === 'yes' && !seal.trim(),
      );
      limitLength(it.seal, originalPlaceLengths.seal);
      requireValue(it.stated, 'documents.add.stated-missing');
    },
    {
      idPrefix: 'document-',
      serverNames: {
        files: 'content',
        stated: 'isNoImageOfAbuse',
        place: 'original.place',
        seal: 'original.seal',
      },
    },
  );

  constructor() {
    effect(() => {
      const before = this.follows();
      untracked(() => {
        this.form.clear();
        if (!before) return;
        const { kind, title, author, classes } = before;
        this.form.type({
          kind,
          title,
          author: author ?? '',
          classes: classes.filter((it) => it !== 'identity'),
        });
      });
    });
  }

  protected async addDocument(event: Event): Promise<void> {
    // The file is read first: by then the browser would have sent the form itself.
    event.preventDefault();
    const [file] = this.form.typed().files;
    const content = file && file.size <= MOST_BYTES ? await readFile(file) : null;
    this.isSending.set(true);
    const done = await this.form.sendTyped(
      event,
      (sending) => {
        const document = content === null ? null : this.document(content);
        return document && this.client.addDocument(this.caseFileId(), document, sending);
      },
      { about: [this.caseFileId(), this.follows()?.id, file && [file.name, file.size, file.lastModified]] },
    );
    this.isSending.set(false);
    if (!done) return;
    this.form.clear();
    this.added.emit();
  }

  /** `null` while something is missing. */
  private document(content: string): AddDocument | null {
    const { kind, title, datedOn, author, classes, isSealed, place, seal, stated } = this.form.typed();
    if (!kind) return null;
    const [day, from, follows] = [wholeDay(datedOn), author.trim(), this.follows()?.id];
    return {
      ...{ kind, title: title.trim(), content, isNoImageOfAbuse: stated.length > 0 },
      classes: FIELD_CLASSES.filter((it) => classes.includes(it)),
      ...(day !== null && { datedOn: day }),
      ...(from && { author: from }),
      ...(isSealed === 'yes' && { original: { place: place.trim(), seal: seal.trim() } }),
      ...(follows !== undefined && { follows }),
    };
  }
}
