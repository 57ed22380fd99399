import type { OutOfForce } from '../../platform/spaces/space-class-rows';
import { keyOf } from '../../protocols/protocol-library';
import type { PublishedProtocols } from '../../protocols/publishing/published-protocols';

/** Of the versions that a scenario names, those that are not in force. A protocol of which none is in force is left out. */
export function listOutOfForce(
  named: readonly (readonly [protocol: string, version: string])[],
  published: PublishedProtocols,
): readonly OutOfForce[] {
  const { inForce } = published;
  return named.flatMap(([protocol, version]) => {
    const now = inForce[protocol];
    const title = now === undefined || now === version ? null : titleOf(published, keyOf(protocol, now));
    return title && now !== undefined ? [{ protocol, title, version, inForce: now }] : [];
  });
}

function titleOf({ versions }: PublishedProtocols, key: string) {
  const title = versions.get(key)?.document.title;
  return title && { fr: title.fr, en: title.en };
}

/** `name@version`, as a row has it. */
export function splitVersion(key: string): readonly [protocol: string, version: string] {
  const [protocol = '', version = ''] = key.split('@');
  return [protocol, version];
}
