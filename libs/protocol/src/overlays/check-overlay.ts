import { text } from '@repere/feel';
import { applyOverlay } from './apply-overlay';
import { type Checking, type CheckFinding, toProblem } from '../check/checking';
import { isShorter } from '../check/logic/is-shorter';
import { checkAll } from '../check/check-protocol';
import type { Surroundings } from '../check/checking';
import type { DeadlineOrigin, Problem, ProtocolDocument } from '../documents/document';
import type { LoadedOverlay, OverlayDocument } from './load-overlay';
import { isOverlayOf } from './local-documents';
import { proposeName } from '../check/propose-name';
import { type Path, valueAt } from '../yaml/yaml-source';

/** What is wrong with an overlay: it may add and tighten, nothing else. */
export function checkOverlay(
  { overlay, source }: LoadedOverlay,
  surroundings: Surroundings,
): readonly Problem[] {
  if (!overlay) return [];
  const bases = surroundings.documents.filter((document) => isOverlayOf(overlay, document));
  const findings = bases.length === 0 ? [unknownBase(overlay, surroundings)] : [];
  findings.push(...checkFolder(overlay, source.file));
  for (const base of bases) {
    findings.push(...checkLimits(overlay, base), ...checkDue(overlay, base));
    findings.push(...checkApprovals(overlay, base), ...checkAdded(overlay, base));
    findings.push(...checkMerged(overlay, base, surroundings, (path) => valueAt(source.value, path)));
  }
  return findings.map((finding) => toProblem(source, finding));
}

function unknownBase(overlay: OverlayDocument, { documents }: Surroundings): CheckFinding {
  const known = documents.map(({ protocol, version }) => `${protocol}@${version.split('.')[0]}`);
  const of = `${overlay.protocol}@${overlay.major}`;
  return {
    code: 'unknown-protocol',
    at: ['overlay', 'of'],
    message: text(`Il n’y a pas de protocole \`${of}\`.`, `There is no protocol \`${of}\`.`),
    remedy: proposeName(of, known),
  };
}

const ORDER = { higher: 'plus haut', lower: 'plus bas' } as const;

function* checkLimits(overlay: OverlayDocument, base: ProtocolDocument): Iterable<CheckFinding> {
  for (const [id, value] of Object.entries(overlay.limits)) {
    const at = ['overlay', 'tighten', 'limits', id];
    const limit = Object.hasOwn(base.limits, id) ? base.limits[id] : undefined;
    if (!limit) {
      const remedy = proposeName(id, Object.keys(base.limits));
      yield {
        code: 'unknown-limit',
        at,
        isKey: true,
        message: text(
          `${base.protocol} n’a pas de limite \`${id}\`.`,
          `${base.protocol} has no limit \`${id}\`.`,
        ),
        remedy,
      };
    } else if (limit.overlay === 'never' || isFixed(limit.origin)) {
      const message = text(`\`${id}\` est la même partout.`, `\`${id}\` is the same everywhere.`);
      yield {
        code: 'limit-is-fixed',
        at,
        isKey: true,
        message,
        remedy: text('Retirez-le.', 'Leave it out.'),
      };
    } else if (limit.overlay === 'higher' ? value <= limit.value : value >= limit.value) {
      const message = text(
        `\`${id}\` vaut ${limit.value} ; ${value} n’est pas ${ORDER[limit.overlay]}.`,
        `\`${id}\` is ${limit.value}; ${value} isn’t ${limit.overlay}.`,
      );
      yield {
        code: 'overlay-loosens',
        at,
        message,
        remedy: text(
          `Écrivez un nombre ${ORDER[limit.overlay]} que ${limit.value}, ou retirez-le.`,
          `Write a number ${limit.overlay} than ${limit.value}, or leave it out.`,
        ),
      };
    }
  }
}

function* checkDue(overlay: OverlayDocument, base: ProtocolDocument): Iterable<CheckFinding> {
  for (const [id, { within }] of Object.entries(overlay.due)) {
    const at = ['overlay', 'tighten', 'due', id];
    const due = base.steps.find((step) => step.id === id)?.due;
    if (!due) {
      const known = base.steps.filter((step) => step.due).map((step) => step.id);
      const message = text(
        `${base.protocol} n’a pas d’étape \`${id}\` avec une échéance.`,
        `${base.protocol} has no step \`${id}\` with a deadline.`,
      );
      yield { code: 'unknown-step', at, isKey: true, message, remedy: proposeName(id, known) };
    } else if (isFixed(due.origin) || due.owner === 'outside') {
      const message =
        due.owner === 'outside'
          ? text(
              `L’échéance de \`${id}\` est celle d’une autre autorité.`,
              `The deadline of \`${id}\` is another authority’s.`,
            )
          : text(
              `L’échéance de \`${id}\` est fixée par la loi ou la médecine.`,
              `The deadline of \`${id}\` is set by law or medicine.`,
            );
      yield {
        code: 'deadline-is-fixed',
        at,
        isKey: true,
        message,
        remedy: text(
          'Retirez-la, ou ajoutez une étape à vous qui vient plus tôt.',
          'Leave it out, or add a step of your own that comes earlier.',
        ),
      };
    } else if (!isShorter(within, due.within)) {
      const message = text(
        `\`${within}\` n’est pas à coup sûr plus court que \`${due.within}\`.`,
        `\`${within}\` isn’t surely shorter than \`${due.within}\`.`,
      );
      yield {
        code: 'overlay-loosens',
        at: [...at, 'within'],
        message,
        remedy: text(
          `Écrivez un délai plus court que \`${due.within}\`, si possible dans la même unité.`,
          `Write a period shorter than \`${due.within}\`, in the same unit if you can.`,
        ),
      };
    }
  }
}

/** A second person is added where there is none, or asked for always where the protocol asks in some cases. */
function* checkApprovals(overlay: OverlayDocument, base: ProtocolDocument): Iterable<CheckFinding> {
  for (const [id, { role }] of Object.entries(overlay.approvals)) {
    const at = ['overlay', 'tighten', 'approvals', id];
    const step = base.steps.find((it) => it.id === id);
    if (!step) {
      const known = base.steps.map((it) => it.id);
      const message = text(
        `${base.protocol} n’a pas d’étape \`${id}\`.`,
        `${base.protocol} has no step \`${id}\`.`,
      );
      yield { code: 'unknown-step', at, isKey: true, message, remedy: proposeName(id, known) };
    } else if (step.decides !== undefined || (step.approvedBy && step.approvedBy.when === undefined)) {
      const message = text(
        `\`${id}\` a déjà sa seconde personne.`,
        `\`${id}\` has its second person already.`,
      );
      yield {
        code: 'approval-is-fixed',
        at,
        isKey: true,
        message,
        remedy: text('Retirez-le.', 'Leave it out.'),
      };
    } else if (step.approvedBy && step.approvedBy.role !== role) {
      const message = text(
        `${base.protocol} demande ${step.approvedBy.role} ; un autre rôle retirerait cette personne.`,
        `${base.protocol} asks for ${step.approvedBy.role}; another role would take that person away.`,
      );
      yield {
        code: 'overlay-loosens',
        at: [...at, 'role'],
        message,
        remedy: text(
          `Écrivez \`role: ${step.approvedBy.role}\`.`,
          `Write \`role: ${step.approvedBy.role}\`.`,
        ),
      };
    }
  }
}

/** It lies in the folder of the protocol that it is about. */
function* checkFolder(overlay: OverlayDocument, file: string): Iterable<CheckFinding> {
  const [, folder] = /(?:^|\/)([^/]+)\/[^/]+\/overlays\/[^/]+$/.exec(file) ?? [];
  if (folder === undefined || folder === overlay.protocol) return;
  const message = text(
    `Le dossier dit \`${folder}\`, le fichier \`${overlay.protocol}\`.`,
    `The folder says \`${folder}\`, the file \`${overlay.protocol}\`.`,
  );
  const remedy = text(
    `Écrivez \`of: ${folder}@${overlay.major}\`, ou déplacez le fichier.`,
    `Write \`of: ${folder}@${overlay.major}\`, or move the file.`,
  );
  yield { code: 'other-folder', at: ['overlay', 'of'], message, remedy };
}

/** Law and medicine say one number for everyone; the tool's and the report's may be made stricter (domain 3.11). */
function isFixed(origin: DeadlineOrigin | undefined): boolean {
  return origin === 'LEGAL' || origin === 'MEDICAL';
}

/** An added step may not decide anew what the protocol decides. */
function* checkAdded(overlay: OverlayDocument, base: ProtocolDocument): Iterable<CheckFinding> {
  const decided = base.steps.flatMap(({ decides }) => decides ?? []);
  for (const [index, step] of overlay.steps.entries()) {
    for (const [line, field] of step.fields.entries()) {
      const [fact = field] = field.split('.');
      if (!decided.includes(fact) && !Object.hasOwn(base.facts, fact)) continue;
      const message = text(
        `\`${field}\` est demandé et décidé par ${base.protocol} lui-même.`,
        `\`${field}\` is asked and decided by ${base.protocol} itself.`,
      );
      const at = ['overlay', 'add', 'steps', index, 'fields', line];
      yield {
        code: 'overlay-decides',
        at,
        message,
        remedy: text(
          'Demandez des faits de facts.yaml qu’aucune étape ne décide.',
          'Ask facts of facts.yaml that no step decides.',
        ),
      };
    }
  }
}

/** What the protocol's own checks say of the added parts, once they are in it. */
function checkMerged(
  overlay: OverlayDocument,
  base: ProtocolDocument,
  surroundings: Surroundings,
  writtenAt: Checking['writtenAt'],
): readonly CheckFinding[] {
  const toOverlay = (path: Path): Path | undefined => {
    const [part, index, ...rest] = path;
    if ((part !== 'steps' && part !== 'safeguards') || typeof index !== 'number') return undefined;
    const added = index - base[part].length;
    return added < 0 ? undefined : ['overlay', 'add', part, added, ...rest];
  };
  const document = applyOverlay(base, overlay);
  const found = checkAll({
    ...surroundings,
    document,
    writtenAt: (path) => {
      const at = toOverlay(path);
      return at ? writtenAt(at) : 'of the protocol itself';
    },
  });
  return found.flatMap((finding) => {
    const at = toOverlay(finding.at);
    return at ? [{ ...finding, at }] : [];
  });
}
