import { certificateOfPaper, isPaper, PAPER_BYTES } from '@repere/audit';
import { checkCertificateLengths } from '@repere/contract/lengths';

/** What somebody picked: the text of a certificate, or why there is none to send. */
type PickedCertificate =
  | { readonly text: string; readonly fault: null }
  | { readonly text: null; readonly fault: 'too-long' | 'no-paper' };

/** From the certificate's file, or from the PDF that carries it. The PDF is opened here, and nowhere else: what is sent is its certificate alone. */
export async function readPickedCertificate(file: File): Promise<PickedCertificate> {
  if (file.size > PAPER_BYTES) return { text: null, fault: 'too-long' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isPaper(bytes)) {
    const text = certificateOfPaper(bytes);
    return text === null ? { text, fault: 'no-paper' } : { text, fault: null };
  }
  const text = new TextDecoder().decode(bytes);
  return text.length > checkCertificateLengths.file
    ? { text: null, fault: 'too-long' }
    : { text, fault: null };
}
