import type { CompiledProtocol, CompiledStep } from '@repere/case-engine';
import type { Syntax, Truth } from '@repere/feel';

/** The steps that `any(steps, …)` can be about: by what never changes of a step (protective, contacts, offers, id). */
export function stepsMeant(protocol: CompiledProtocol, condition: Syntax): readonly CompiledStep[] {
  return protocol.steps.filter((step) => truthOf(condition, step) !== false);
}

function truthOf(syntax: Syntax, step: CompiledStep): Truth {
  switch (syntax.kind) {
    case 'junction': {
      const truths = syntax.operands.map((it) => truthOf(it, step));
      const decisive = syntax.word === 'or';
      if (truths.includes(decisive)) return decisive;
      return truths.includes(null) ? null : !decisive;
    }
    case 'name':
      return syntax.name === 'protective' ? step.definition.protective : null;
    case 'call': {
      const [of] = syntax.args;
      const truth = syntax.word === 'not' && of ? truthOf(of, step) : null;
      return truth === null ? null : !truth;
    }
    case 'comparison': {
      const value = attribute(syntax.left, step);
      if (value === null || syntax.right.kind !== 'literal') return null;
      const isSame = value === syntax.right.value;
      return syntax.operator === '=' ? isSame : syntax.operator === '!=' ? !isSame : null;
    }
    case 'membership': {
      const value = attribute(syntax.of, step);
      if (value === null) return null;
      return syntax.among.some((it) => it.kind === 'literal' && it.value === value);
    }
    case 'literal':
    case 'negation':
    case 'path':
    case 'arithmetic':
    case 'quantified':
      return null;
  }
}

function attribute(syntax: Syntax, { id, definition }: CompiledStep): string | boolean | null {
  if (syntax.kind !== 'name') return null;
  switch (syntax.name) {
    case 'id':
      return id;
    case 'protective':
      return definition.protective;
    case 'contacts':
      return definition.contacts ?? 'none';
    case 'offers':
      return definition.offers ?? 'none';
    default:
      return null;
  }
}
