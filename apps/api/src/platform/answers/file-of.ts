import { StreamableFile } from '@nestjs/common';

/** An answer to be saved as a file, never opened in place. Of its name stay letters, digits, dots and dashes. */
export const fileOf = (content: Uint8Array, type: string, name: string): StreamableFile =>
  new StreamableFile(content, {
    type,
    disposition: `attachment; filename="${plainName(name)}"`,
    length: content.length,
  });

/** No quote, line end, folder, hidden file or device: a name may come from what somebody wrote. */
const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\w.-]/g, '-')
    .replace(/^[.-]+/, '') || 'repere';
