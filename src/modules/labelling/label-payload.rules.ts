import { isLocalAddress, verifyUrl } from '../../kernel/verify-url.js';
import { labelPayloadRefusals } from './label-payload.refusals.js';

/** The address in a label's QR. A real label never leads to this machine's own address: it is printed for good. */
export function labelUrl(publicUrl: string, code: string, isSample: boolean): string {
  const url = verifyUrl(publicUrl, code);
  if (isLocalAddress(publicUrl) && !isSample) throw labelPayloadRefusals.addressIsLocal({ publicUrl });
  return url;
}
