/** `receiving` is partly received; `cancelled` may have received units, which stay. */
export const CONSIGNMENT_STATES = ['announced', 'receiving', 'received', 'cancelled'] as const;
export type ConsignmentState = (typeof CONSIGNMENT_STATES)[number];
