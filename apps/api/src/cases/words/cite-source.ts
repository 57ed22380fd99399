import type { Sources } from '@repere/protocol';
import type { CitedSourceDto } from './cited-source.dto';

/** What is cited, with how surely its words are known; a place of the method itself has a code and no words. */
export function citeSource(code: string, sources: Sources): CitedSourceDto {
  const known = sources[code];
  if (!known) return { code, text: { fr: code, en: code } };
  const { title, confidence, inForce, aliases, lines } = known;
  return {
    code,
    text: title,
    ...(confidence && confidence !== 'U' && { confidence }),
    ...(lines !== undefined && { lines }),
    ...(inForce !== undefined && { inForce }),
    ...(aliases && { aliases }),
  };
}
