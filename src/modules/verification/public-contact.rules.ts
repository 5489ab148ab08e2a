import type { VerifyContact } from './verification.view.js';

const PHONE = /^\+?[\d\s()-]{5,24}$/;
const MAIL = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/;

/** How readers reach the operator, from the one contact that the log's policy names; nothing when it names none. */
export function publicContact(contact: string): VerifyContact | undefined {
  if (PHONE.test(contact)) return { phone: contact };
  if (MAIL.test(contact)) return { url: `mailto:${contact}` };
  return /^https?:\/\//.test(contact) && URL.canParse(contact) ? { url: contact } : undefined;
}
