import { FACT_TYPES, type FactDefinition, type FactValue, type FieldClass } from '@repere/protocol';
import { withPeople } from '../../../cases/disclosure/redacted-classes';
import { hasNote } from '../../../cases/words/notes-beside';

/** What a bundle leaves out: classes of fields that whoever ordered it may not or would not show, and facts by name. */
export class DisclosureScope {
  readonly classes: ReadonlySet<FieldClass>;

  /** `fields`: facts by id, a row's field as `list.field`; a list's name takes all its rows. */
  constructor(
    classes: ReadonlySet<FieldClass>,
    readonly fields: ReadonlySet<string> = new Set(),
  ) {
    this.classes = withPeople(classes);
  }

  /** Whether nothing is left out. */
  get isWhole(): boolean {
    return this.classes.size === 0 && this.fields.size === 0;
  }

  /** What would have to be masked in a text, and can't be in what is proven. */
  get closesTexts(): boolean {
    return this.hides('identity', 'people', 'contact', 'places');
  }

  /** Whether a service that could take the child is named: which it is says where the child goes. */
  get namesServices(): boolean {
    return !this.hides('places') && this.fields.size === 0;
  }

  /** Whether who acted is named: an account of a service says which service it is. */
  namesActor({ isOfService }: { readonly isOfService: boolean }): boolean {
    return !this.hides('staff') && (!isOfService || this.namesServices);
  }

  hides(...classes: readonly FieldClass[]): boolean {
    return classes.some((it) => this.classes.has(it));
  }

  /**
   * A fact that no protocol knows may tell anything. `opensWords`: whether a text among the values, and the note beside an answer,
   * may be shown (`opens-words.ts`).
   */
  hidesFact(
    id: string,
    definition: FactDefinition | undefined,
    value: unknown,
    opensWords: boolean,
  ): boolean {
    const [list = id] = id.split('.');
    if (this.fields.has(id) || this.fields.has(list)) return true;
    if (!definition) return !this.isWhole;
    if (this.hides(definition.class)) return true;
    const isNoted = value !== undefined && hasNote(value as FactValue);
    return (
      ((FACT_TYPES[definition.type].isOwnWords || isNoted) && !opensWords) ||
      (this.hides('narrative') && isNoted)
    );
  }
}
