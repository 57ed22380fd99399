import type { DiagramBox } from '@repere/protocol-diagram';
import { partPath, type PageLink, stepLink } from '../protocol-paths';

/** Where the words behind a box can be read; the start has none. */
export function boxPlace(box: DiagramBox, protocol: string, version: string): PageLink | null {
  switch (box.kind) {
    case 'start':
      return null;
    case 'step':
      return stepLink(protocol, version, box.id);
    case 'opens':
      return { path: ['/protocoles', box.protocol] };
    case 'outcome':
      return { path: partPath(protocol, version), fragment: box.id };
  }
}
