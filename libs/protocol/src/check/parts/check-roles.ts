import { text } from '@repere/feel';
import {
  type FactDefinition,
  FACT_ROLES,
  type FactRole,
  type ProtocolDocument,
  type SharedDocument,
} from '../../documents/document';
import { ROLE_SHAPES } from '../../documents/fact-roles';
import { codesTold } from '../../fact-types/of-fact';
import { proposeName } from '../propose-name';
import type { Path } from '../../yaml/yaml-source';
import type { CheckFinding } from '../checking';

/** What no case can do without, where a protocol opens with every case; of the people around the child, every field. */
const NEEDED: readonly FactRole[] = ['danger-seen', 'people-around'];

/** Roles of facts.yaml: each once, of the type and with the codes that the product has words for; those that are needed. */
export function* checkRoles(
  shared: SharedDocument,
  documents: readonly ProtocolDocument[],
): Iterable<CheckFinding> {
  const seen = new Set<FactRole>();
  for (const [id, fact] of Object.entries(shared.facts)) {
    yield* checkRole(fact, ['facts', id, 'role'], seen, false);
    yield* checkMarked(fact, ['facts', id]);
    yield* checkReportableEvents(fact, ['facts', id, 'reportableEvents'], shared, documents);
    for (const [field, inner] of Object.entries(fact.row ?? {}))
      yield* checkRole(inner, ['facts', id, 'row', field, 'role'], seen, fact.role === 'people-around');
  }
  if (!documents.some(({ opensWith }) => opensWith === 'case')) return;
  const fields = FACT_ROLES.filter((role) => ROLE_SHAPES[role].isField);
  for (const role of [...NEEDED, ...(seen.has('people-around') ? fields : [])]) {
    if (seen.has(role)) continue;
    yield {
      code: 'missing-role',
      at: ['facts'],
      isKey: true,
      message: text(
        `Aucun fait n’a \`role: ${role}\` : un dossier ne peut pas s’ouvrir.`,
        `No fact has \`role: ${role}\`: no case can be opened.`,
      ),
      remedy: text(
        `Écrivez \`role: ${role}\` sur le fait qui le dit.`,
        `Write \`role: ${role}\` on the fact that says it.`,
      ),
    };
  }
}

function* checkRole(
  { role, type, values }: FactDefinition,
  at: Path,
  seen: Set<FactRole>,
  isOfPeople: boolean,
): Iterable<CheckFinding> {
  if (role === undefined) return;
  const shape = ROLE_SHAPES[role];
  const codes = values?.map(({ code }) => code) ?? [];
  const lacks = shape.codes?.filter((code) => !codes.includes(code)) ?? [];
  const unread = shape.codes ? codes.filter((code) => !shape.codes?.includes(code)) : [];
  if (seen.has(role)) {
    yield wrong(
      at,
      `\`${role}\` est déjà le rôle d’un autre fait.`,
      `\`${role}\` is the role of another fact already.`,
    );
  } else if (type !== shape.type) {
    yield wrong(
      at,
      `\`${role}\` est le rôle d’un fait \`${shape.type}\`.`,
      `\`${role}\` is the role of a \`${shape.type}\`.`,
    );
  } else if ((shape.isField ?? false) !== isOfPeople) {
    yield wrong(
      at,
      shape.isField
        ? `\`${role}\` est un champ de la liste \`people-around\`.`
        : `\`${role}\` est le rôle d’un fait du dossier.`,
      shape.isField
        ? `\`${role}\` is a field of the list \`people-around\`.`
        : `\`${role}\` is the role of a fact of the case.`,
    );
  } else if (lacks.length > 0 || unread.length > 0) {
    yield wrong(
      at,
      `\`${role}\` a ces codes, et aucun autre : ${shape.codes?.join(', ') ?? ''}.`,
      `\`${role}\` has these codes and no other: ${shape.codes?.join(', ') ?? ''}.`,
    );
  }
  seen.add(role);
}

/** Which answers are marked beside the child's name is said of the danger, and of nothing else. */
function* checkMarked({ role, marked }: FactDefinition, at: Path): Iterable<CheckFinding> {
  if ((role === 'danger') === (marked !== undefined)) return;
  if (marked) {
    yield {
      code: 'marked-nowhere',
      at: [...at, 'marked'],
      isKey: true,
      message: text(
        'Seul le danger est signalé près du nom de l’enfant.',
        'Only the danger is marked beside the child’s name.',
      ),
      remedy: text(
        'Retirez `marked`, ou écrivez `role: danger`.',
        'Leave `marked` out, or write `role: danger`.',
      ),
    };
    return;
  }
  yield {
    code: 'missing-marks',
    at: [...at, 'role'],
    message: text(
      'Rien ne dit quels dangers sont signalés près du nom de l’enfant.',
      'Nothing says which dangers are marked beside the child’s name.',
    ),
    remedy: text('Écrivez `marked: [codes]`.', 'Write `marked: [codes]`.'),
  };
}

const wrong = (at: Path, fr: string, en: string): CheckFinding => ({
  code: 'wrong-role',
  at,
  message: text(fr, en),
  remedy: text(`Rôles : ${FACT_ROLES.join(', ')}.`, `Roles: ${FACT_ROLES.join(', ')}.`),
});

function* checkReportableEvents(
  fact: FactDefinition,
  at: Path,
  shared: SharedDocument,
  documents: readonly ProtocolDocument[],
): Iterable<CheckFinding> {
  const codes = codesTold(fact);
  const protocols = documents.map(({ protocol }) => protocol);
  for (const [index, { answer, asks, engages }] of (fact.reportableEvents ?? []).entries()) {
    if (!codes.includes(answer)) {
      const message = text(
        `\`${answer}\` n’est pas une réponse de \`${fact.id}\`.`,
        `\`${answer}\` is no answer of \`${fact.id}\`.`,
      );
      yield {
        code: 'unknown-code',
        at: [...at, index, 'answer'],
        message,
        remedy: proposeName(answer, codes),
      };
    }
    for (const [place, asked] of asks.entries()) {
      if (Object.hasOwn(shared.facts, asked)) continue;
      const message = text(
        `\`${asked}\` n’est pas un fait du dossier.`,
        `\`${asked}\` is no fact of the case.`,
      );
      const remedy = proposeName(asked, Object.keys(shared.facts));
      yield { code: 'unknown-fact', at: [...at, index, 'asks', place], message, remedy };
    }
    if (engages === undefined || protocols.includes(engages) || protocols.length === 0) continue;
    const message = text(`Il n’y a pas de protocole \`${engages}\`.`, `There is no protocol \`${engages}\`.`);
    yield {
      code: 'unknown-protocol',
      at: [...at, index, 'engages'],
      message,
      remedy: proposeName(engages, protocols),
    };
  }
}
